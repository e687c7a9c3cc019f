import type { InputCategory } from '#domain';
import { Radio, SimpleGrid, Text } from '@mantine/core';
import { FlaskConical, Footprints, Package, Scissors, Spool, Tag, type LucideIcon } from 'lucide-react';
import { useSay } from '../../words/words.js';
import '../apply/apply.css';

const ICONS: Readonly<Record<InputCategory, LucideIcon>> = {
  YARN_FABRIC: Spool,
  TRIMS: Tag,
  CHEMICALS: FlaskConical,
  LEATHER: Footprints,
  PACKAGING: Package,
  SERVICES: Scissors,
};

interface CategoryChoiceProps {
  readonly value: InputCategory | undefined;
  readonly onChange: (category: InputCategory) => void;
}
/** What a firm supplies, by picture and word. */
export function CategoryChoice({ value, onChange }: CategoryChoiceProps) {
  const say = useSay();
  return (
    <Radio.Group
      label={say('supplier.start.category')}
      value={value ?? null}
      onChange={(code) => onChange(code as InputCategory)}
    >
      <SimpleGrid cols={{ base: 1, xs: 2, md: 3 }} spacing="xs" mt="xs">
        {(Object.keys(ICONS) as InputCategory[]).map((code) => {
          const Icon = ICONS[code];
          return (
            <Radio.Card key={code} value={code} className="category" data-chosen={code === value}>
              <Icon aria-hidden size={32} />
              <span>
                <Text fw={600}>{say(`supplier.category.${code}`)}</Text>
                <Text size="sm">{say(`supplier.category-hint.${code}`)}</Text>
              </span>
              <Radio.Indicator />
            </Radio.Card>
          );
        })}
      </SimpleGrid>
    </Radio.Group>
  );
}
