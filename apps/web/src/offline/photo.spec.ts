import { describe, expect, it } from '@jest/globals';
import { fitted, jpegName } from './photo.js';

describe('photos', () => {
  it('are made small by their longer side, and never larger', () => {
    expect(fitted(4000, 3000)).toEqual({ width: 1600, height: 1200 });
    expect(fitted(3000, 4000)).toEqual({ width: 1200, height: 1600 });
    expect(fitted(800, 600)).toEqual({ width: 800, height: 600 });
    expect(fitted(10_000, 2)).toEqual({ width: 1600, height: 1 });
  });

  it('are named after the picture they were made of', () => {
    expect(jpegName('IMG_2034.HEIC')).toBe('IMG_2034.jpg');
    expect(jpegName('វិញ្ញាបនបត្រ.png')).toBe('វិញ្ញាបនបត្រ.jpg');
    expect(jpegName('.png')).toBe('photo.jpg');
  });
});
