import { Database } from '#persistence';
import type { FastifyInstance } from 'fastify';

/** Every answer says how many statements it cost: `server-timing: db;desc="5 statements in 2 flights"`. */
export function countStatements(fastify: FastifyInstance): void {
  // After the body was read: what comes in by socket events would leave the counted context again.
  fastify.addHook('preHandler', (_request, reply, done) => {
    void Database.counted(
      () =>
        new Promise<void>((answered) => {
          reply.raw.once('close', answered);
          done();
        }),
    );
  });
  fastify.addHook('onSend', (_request, reply, _payload, done) => {
    const { statements, flights } = Database.soFar;
    reply.header('server-timing', `db;desc="${statements} statements in ${flights} flights"`);
    done();
  });
}
