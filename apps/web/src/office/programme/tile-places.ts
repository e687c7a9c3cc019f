/** Column from the west and line from the north: neighbours stay neighbours as far as a grid allows. */
export const PLACES_OF_TILES: Readonly<Record<string, readonly [column: number, line: number]>> = {
  ...{ 'KH-22': [2, 1], 'KH-13': [3, 1], 'KH-19': [4, 1], 'KH-16': [5, 1] },
  ...{ 'KH-1': [1, 2], 'KH-17': [2, 2], 'KH-6': [3, 2], 'KH-10': [4, 2], 'KH-11': [5, 2] },
  ...{ 'KH-24': [1, 3], 'KH-2': [2, 3], 'KH-4': [3, 3], 'KH-3': [4, 3], 'KH-25': [5, 3] },
  ...{ 'KH-15': [2, 4], 'KH-12': [3, 4], 'KH-8': [4, 4], 'KH-14': [5, 4] },
  ...{ 'KH-9': [1, 5], 'KH-5': [2, 5], 'KH-21': [3, 5], 'KH-20': [5, 5] },
  ...{ 'KH-18': [1, 6], 'KH-7': [2, 6], 'KH-23': [3, 6] },
};
