export { qualification } from './qualification.workflow.js';
