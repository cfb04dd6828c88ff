const spelled: Readonly<Record<string, string>> = {
  'America/Asuncion': 'Asunción',
  'America/Bogota': 'Bogotá',
  'America/Cancun': 'Cancún',
  'America/Mexico_City': 'Mexico City',
  'America/Sao_Paulo': 'São Paulo',
  'Asia/Calcutta': 'Kolkata',
  'Asia/Katmandu': 'Kathmandu',
  'Asia/Saigon': 'Ho Chi Minh City',
  'Asia/Ho_Chi_Minh': 'Ho Chi Minh City',
  'Atlantic/Reykjavik': 'Reykjavík',
  'Europe/Kiev': 'Kyiv',
  'Europe/Chisinau': 'Chișinău',
}

/** The place a zone is named after: `America/Sao_Paulo` is São Paulo. */
export function zoneCity(zone: string): string {
  return spelled[zone] ?? zone.slice(zone.lastIndexOf('/') + 1).replaceAll('_', ' ')
}
