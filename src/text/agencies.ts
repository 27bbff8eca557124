const agencies =
  'Reuters|AP|AFP|dpa|DPA|UPI|Yonhap|TASS|Interfax|Xinhua|ANSA|EFE|Kyodo|Bloomberg|PTI|ANI|Anadolu|AA|PA Media|PA|The Associated Press|Associated Press|Agence France-Presse|Ukrinform|RIA Novosti|KCNA|CP|The Canadian Press|APA|SID|epd|KNA|CNA|Lusa|Belga|ANP|NTB|TT|Ritzau|PAP|MTI';

/** "Reuters, AP and AFP" */
export const agencyList = `(?:${agencies})(?:(?:, | and | & |/| und )(?:${agencies}))*`;

const whole = new RegExp(`^${agencyList}\\.?$`);

export const isAgency = (name: string): boolean => whole.test(name);
