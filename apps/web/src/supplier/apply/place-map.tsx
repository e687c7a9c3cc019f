import { PROVINCES } from '#domain';
import {
  circleMarker,
  latLng,
  latLngBounds,
  map as leaflet,
  polyline,
  type LeafletMouseEvent,
  type Map,
} from 'leaflet';
import 'leaflet/dist/leaflet.css';
import { useEffect, useRef } from 'react';
import { useLanguage, useSay } from '../../words/words.js';
import { provinceName } from '../../words/places.js';
import type { Point } from './place.js';
import './place-map.css';

const CAMBODIA = latLngBounds([10.3, 102.3], [14.7, 107.7]);
const CLOSE = 12;

/** Lines of whole degrees: there are no tiles, so that the map needs nothing from elsewhere. */
function drawGrid(map: Map): void {
  const style = { className: 'place-grid', weight: 1, interactive: false };
  for (let latitude = 10; latitude <= 15; latitude += 1)
    polyline([latLng(latitude, 102), latLng(latitude, 108)], style).addTo(map);
  for (let longitude = 102; longitude <= 108; longitude += 1)
    polyline([latLng(10, longitude), latLng(15, longitude)], style).addTo(map);
}

interface PlaceMapProps {
  readonly point: Point | undefined;
  readonly onPick: (point: Point) => void;
}
/** Cambodia with the middle of each province; a tap puts the mark. */
export function PlaceMap({ point, onPick }: PlaceMapProps) {
  const say = useSay();
  const language = useLanguage();
  const box = useRef<HTMLDivElement>(null);
  const shown = useRef<Map>(undefined);
  const pick = useRef(onPick);
  pick.current = onPick;
  useEffect(() => {
    if (!box.current) return;
    const map = leaflet(box.current, { zoomSnap: 0.5, attributionControl: false, minZoom: 5, maxZoom: 17 });
    map.fitBounds(CAMBODIA);
    drawGrid(map);
    for (const { iso, lat, lon } of PROVINCES)
      circleMarker([lat, lon], { radius: 3, className: 'place-province', interactive: false })
        .bindTooltip(provinceName(iso, language), {
          permanent: true,
          direction: 'right',
          className: 'place-name',
        })
        .addTo(map);
    map.on('click', ({ latlng }: LeafletMouseEvent) =>
      pick.current({ latitude: latlng.lat, longitude: latlng.lng }),
    );
    shown.current = map;
    return () => void map.remove();
  }, [language]);
  const { latitude, longitude } = point ?? {};
  useEffect(() => {
    const map = shown.current;
    if (!map || latitude === undefined || longitude === undefined) return;
    const mark = circleMarker([latitude, longitude], {
      radius: 10,
      className: 'place-mark',
      interactive: false,
    }).addTo(map);
    map.setView([latitude, longitude], Math.max(map.getZoom(), CLOSE - 3));
    return () => void mark.remove();
  }, [latitude, longitude, language]);
  return <div ref={box} className="place-map" role="application" aria-label={say('supplier.place.map')} />;
}
