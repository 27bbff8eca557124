import fc from 'fast-check';
import { expect, it } from 'vitest';
import { parse } from '../../src/language/parse.ts';
import { events } from '../../src/meaning/events.ts';
import { slice } from '../../src/text/span.ts';
import { documentFrom } from '../attributions/document.ts';

/** "ASSAULT/aerial: Israeli jets → targets" for each event */
function told(text: string): string[] {
  return events(parse(documentFrom([text]))).map(
    ({ code, mode, actor, recipient }) =>
      `${code}${mode ? `/${mode}` : ''}: ${actor ? slice(text, actor) : '–'} → ${recipient ? slice(text, recipient) : '–'}`,
  );
}

it('a party begins in its own paragraph, whatever number ends the one before', () => {
  const { text, ...rest } = documentFrom([['credit', '10 March 2025'], 'The mayor of Port Merrow met the general.']);
  const parties = events(parse({ text, ...rest })).map(({ actor }) => actor && slice(text, actor));
  expect(parties).toEqual(['The mayor of Port Merrow']);
});

it.each<[reason: string, text: string, expected: string[]]>([
  ['an offer', 'Peru offered to mediate between Bolivia and Chile.', ['AGREE: Peru → Bolivia and Chile']],
  ['what will be done together is agreed', 'Norway will host the peace talks in April.', ['AGREE: Norway → –']],
  ['a promise of aid', 'France pledged 20 million euros in aid to Mali.', ['AGREE: France → Mali']],
  [
    'readiness as a noun',
    'Japan expressed its readiness to resume negotiations with North Korea.',
    ['AGREE: Japan → North Korea'],
  ],
  ['an offer taken', 'The rebels accepted an offer of mediation by Kenya.', ['AGREE: The rebels → Kenya']],
  ['a visit planned', 'The prime minister plans to visit Cairo in June.', ['AGREE: The prime minister → Cairo']],
  ['who speaks is who will act', 'Iran said it would sign the treaty with Russia.', ['AGREE: Iran → Russia']],
  ['no evidence that it was done', 'There is no evidence that rebels attacked the port of Arica.', []],
  ['nor a sign', 'Inspectors found no sign that soldiers had shelled the town.', []],
  [
    'a meeting',
    'The foreign minister met his Turkish counterpart in Ankara.',
    ['CONSULT: The foreign minister → his Turkish counterpart'],
  ],
  [
    'both sides in one span',
    'Envoys from Peru and Ecuador held talks in Brasilia.',
    ['CONSULT: Envoys from Peru and Ecuador → –'],
  ],
  [
    'talks as a noun, with their verb of beginning',
    'Negotiations between the government and the rebels resumed in Oslo.',
    ['CONSULT: the government and the rebels → –'],
  ],
  ['by telephone', 'The two leaders spoke by telephone on Sunday.', ['CONSULT/phone: The two leaders → –']],
  [
    'a day taken for the subject',
    'Foreign Minister Karolos Vassos Wednesday visited Sofia.',
    ['CONSULT/visit: Foreign Minister Karolos Vassos → Sofia'],
  ],
  [
    'praise',
    'The White House praised the Colombian government for its efforts.',
    ['SUPPORT: The White House → the Colombian government'],
  ],
  [
    'a signature needs something signed',
    'Kenya and Uganda signed a treaty on the shared lake.',
    ['SUPPORT: Kenya and Uganda → –'],
  ],
  ['ties', 'Mongolia established diplomatic relations with the Vatican.', ['SUPPORT: Mongolia → the Vatican']],
  [
    'together',
    'Indian and French navies held joint exercises in the Arabian Sea.',
    ['COOPERATE: Indian and French navies → –'],
  ],
  ['extradition', 'Spain extradited two suspects to Morocco.', ['COOPERATE: Spain → Morocco']],
  ['a gift', 'Sweden donated tents to the refugees.', ['AID: Sweden → the refugees']],
  [
    'the one who gets it stands first',
    'The World Bank granted Ghana a loan of 50 million dollars.',
    ['AID: The World Bank → Ghana'],
  ],
  ['a rescue is aid', 'Commandos rescued the hostages from the rebel camp.', ['AID: Commandos → the hostages']],
  ['a curfew lifted', 'The government lifted the curfew in the capital.', ['CONCEDE: The government → –']],
  ['giving in', 'The president bowed to demands for early elections.', ['CONCEDE: The president → –']],
  [
    'a strike called off is no strike',
    'The union called off its strike against the rail company.',
    ['CONCEDE: The union → –'],
  ],
  [
    'a retreat to come is a concession',
    'Turkey announced that it would withdraw its troops from Iraq.',
    ['CONCEDE: Turkey → Iraq'],
  ],
  ['a release', 'The rebels released eleven hostages.', ['RETREAT/release: The rebels → hostages']],
  [
    'the passive',
    'A dozen soldiers were freed by the guerrillas.',
    ['RETREAT/release: the guerrillas → A dozen soldiers'],
  ],
  ['a retreat', 'The army withdrew from the northern town.', ['RETREAT/withdraw: The army → –']],
  ['a ceasefire', 'The two sides declared a ceasefire.', ['RETREAT/ceasefire: The two sides → –']],
  ['inspectors let in', 'Iran allowed inspectors to visit the site.', ['RETREAT/access: Iran → inspectors']],
  [
    'a plural noun taken for a verb',
    'Angolan rebels freed a Czech engineer they had held for ten months, the Red Cross said.',
    ['RETREAT/release: Angolan rebels → a Czech engineer'],
  ],
  [
    'a demand, not what is demanded',
    'Washington called on Beijing to release the dissident.',
    ['REQUEST/yield: Washington → Beijing'],
  ],
  ['a demand with a clause', 'Syria demanded on Monday that Israel leave the village.', ['REQUEST: Syria → Israel']],
  ['by “must”', 'The mayor said the government must rebuild the bridge.', ['REQUEST: The mayor → the government']],
  ['an order', 'The president ordered the rebels to disarm.', ['REQUEST/yield: The president → the rebels']],
  [
    'an accusation, not what is alleged',
    'The opposition accused the government of murdering a journalist.',
    ['ACCUSE/allege: The opposition → the government'],
  ],
  [
    'an indictment',
    'The former dictator was indicted by a tribunal in The Hague.',
    ['ACCUSE/allege: a tribunal in The Hague → The former dictator'],
  ],
  ['blame, not the attack', 'Syria condemned the raid on its territory.', ['ACCUSE/disapprove: Syria → –']],
  ['an inquiry', 'The UN launched an inquiry into the massacre.', ['ACCUSE/investigate: The UN → –']],
  [
    'words that attack',
    'The senator attacked the president over his budget.',
    ['ACCUSE/disapprove: The senator → the president'],
  ],
  [
    'who is held responsible',
    'The premier said that Pakistan was responsible for the bombing.',
    ['ACCUSE/allege: The premier → Pakistan'],
  ],
  ['a refusal', 'The Taliban refused to hand over the prisoners.', ['REJECT/yield: The Taliban → the prisoners']],
  ['what somebody will not do', 'Poland said it would not sign the treaty.', ['REJECT: Poland → –']],
  [
    'a refusal with a day between',
    "North Korea's delegates refused on Monday to discuss inspections of its reactor.",
    ["REJECT/yield: North Korea's delegates → –"],
  ],
  ['a veto', 'Moscow vetoed the resolution.', ['REJECT: Moscow → –']],
  ['a ban defied', 'Demonstrators defied a ban on rallies.', ['REJECT/yield: Demonstrators → –']],
  [
    'a threat, not the killing',
    'The militia threatened to kill the hostages.',
    ['THREATEN/violence: The militia → the hostages'],
  ],
  [
    'a hostile vow',
    "Colombia's rebels vowed to attack the oil pipelines.",
    ["THREATEN/violence: Colombia's rebels → the oil pipelines"],
  ],
  [
    'a warning of force',
    'Turkey warned it would retaliate against Kurdish rebels.',
    ['THREATEN/violence: Turkey → Kurdish rebels'],
  ],
  ['an ultimatum', 'The army gave the mutineers an ultimatum.', ['THREATEN: The army → the mutineers']],
  ['a protest', 'Thousands of students protested against the new law.', ['PROTEST/demo: Thousands of students → –']],
  ['a road blocked', 'Farmers blocked the highway with tractors.', ['PROTEST/obstruct: Farmers → –']],
  [
    'the topic of a protest is no demand',
    'Thousands of Kurds demonstrated in Kirkuk, calling for independence from Iraq.',
    ['PROTEST/demo: Thousands of Kurds → Iraq'],
  ],
  ['hunger', 'Prisoners began a hunger strike.', ['PROTEST/hunger: Prisoners → –']],
  ['sanctions', 'The EU imposed sanctions on Belarus.', ['SANCTION/discontinue: The EU → Belarus']],
  ['whose diplomats', 'Britain expelled four Russian diplomats.', ['SANCTION/expel: Britain → Russian']],
  ['talks left', 'The rebels walked out of the peace talks.', ['SANCTION/withdraw: The rebels → –']],
  ['troops massed', 'Russia massed troops along the border.', ['MOBILIZE/troops: Russia → –']],
  ['arrests', 'Six monks were detained by Chinese police.', ['COERCE/arrest: Chinese police → Six monks']],
  ['a state of emergency', 'The government declared a state of emergency.', ['COERCE/martial-law: The government → –']],
  ['papers closed', 'The censor closed two newspapers.', ['COERCE/censor: The censor → two newspapers']],
  ['hackers', "Hackers attacked the ministry's website.", ["COERCE/cyber: Hackers → the ministry's website"]],
  ['a port closed', 'The navy blockaded the port.', ['COERCE/restrict: The navy → the port']],
  ['an attack with arms', 'Rebels ambushed an army patrol.', ['ASSAULT: Rebels → an army patrol']],
  ['planes', 'Israeli jets bombed targets in Gaza.', ['ASSAULT/aerial: Israeli jets → targets']],
  [
    'a bomb for an actor',
    'A roadside bomb killed three soldiers near Kandahar.',
    ['ASSAULT/explosives: A roadside bomb → three soldiers near Kandahar'],
  ],
  [
    'once, not killed and wounded',
    'Gunmen killed a judge and wounded two guards in Bogota.',
    ['ASSAULT/firearms: Gunmen → a judge'],
  ],
  [
    'once, with what came of it',
    'Guerrillas fired rockets at a police post, wounding six officers.',
    ['ASSAULT/heavy-weapons: Guerrillas → a police post'],
  ],
  ['light verb and noun', 'The army launched an offensive against the rebels.', ['ASSAULT: The army → the rebels']],
  [
    'a noun with its parties',
    'An attack by militants on the convoy delayed the journey.',
    ['ASSAULT: militants → the convoy'],
  ],
  [
    'fighting between two',
    'Fighting broke out between the army and the rebels.',
    ['ASSAULT: the army and the rebels → –'],
  ],
  ['gas', 'Police fired tear gas at the demonstrators.', ['ASSAULT/crowd-control: Police → the demonstrators']],
  [
    'an attempt with force',
    'Militants tried to assassinate the prime minister.',
    ['ASSAULT/targeted: Militants → the prime minister'],
  ],
  [
    'a verb taken for an adjective',
    'The Swedish premier consulted party leaders on Tuesday.',
    ['CONSULT: The Swedish premier → party leaders'],
  ],
  [
    'two events of two clauses',
    'Police arrested three activists, and Canada recalled its ambassador.',
    ['COERCE/arrest: Police → three activists', 'SANCTION/withdraw: Canada → –'],
  ],
  ['two could be meant by “it”', 'Peru told Chile it would send aid to Bolivia.', ['AGREE: it → Bolivia']],
  ['a minister is no “it”', 'The minister said it would resume talks with Chile.', ['AGREE: it → Chile']],
  ['arms, not words', 'Hamas attacked Israel.', ['ASSAULT: Hamas → Israel']],
])('event: %s', (_reason, text, expected) => {
  expect(told(text)).toEqual(expected);
});

it.each<[reason: string, text: string]>([
  ['a ministry of defence is none', 'The defence ministry published its annual report.'],
  ['a war in the background', 'The war began in 1990.'],
  ['saying alone', 'The minister said that prices had risen.'],
  ['sport: beat', 'United beat City in the league match.'],
  ['sport: shot', 'The striker shot wide before the goalkeeper saved his next effort in the match.'],
  ['sport: attack', 'The team launched an attack on the record books with a fourth win of the season.'],
  ['business: attack', 'Apple attacked the market with a cheaper phone.'],
  ['business: an agreement', 'Shares in the airline fell after the company signed a contract.'],
  ['business: agreed', 'The company agreed to buy its rival for 3 billion dollars.'],
  ['fiction: in the film', 'In the film, rebels attack a palace.'],
  ['fiction: what a novel tells', 'The novel follows a general who kills a king.'],
  ['nobody’s deed', 'A flood killed thirty people in the valley.'],
  ['weather', 'The storm battered the coast.'],
  ['it did not happen', 'The troops did not attack the village.'],
  ['it may happen', 'The army may withdraw.'],
  ['only if', 'If rebels attack the town, the army could respond.'],
  ['none', 'There were no arrests.'],
  ['talks that nobody is said to hold', 'The peace talks are a subject of debate.'],
  ['agreement without a matter or a party', 'He agreed.'],
  ['a noun for a thing', 'The bomb disposal school teaches soldiers.'],
  ['a figure of speech', 'The chef killed the lights.'],
  ['healing is no aid', 'The doctor treated her patients.'],
  ['a film is shot', 'He shot a film about a war in Africa.'],
  ['weapons on show', 'The museum shows weapons used in the battle.'],
  ['a law about demonstrations', 'The law on demonstrations is old.'],
])('no event: %s', (_reason, text) => {
  expect(told(text)).toEqual([]);
});

it('every span lies in the text, whatever the words', () => {
  const words =
    'rebels Peru attacked the army of , said that will not talks with Monday refused to by “ ” constructor . must'.split(
      ' ',
    );
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: 40 }), (picked) => {
      const text = picked.join(' ');
      for (const { span, actor, recipient, at } of events(parse(documentFrom([text])))) {
        for (const one of [span, actor, recipient]) {
          if (!one) continue;
          expect(0 <= one[0] && one[0] < one[1] && one[1] <= text.length).toBe(true);
        }
        expect(at).toBeGreaterThanOrEqual(0);
      }
    }),
  );
});

it('reads the same twice', () => {
  const text = 'Police arrested three activists, and Canada recalled its ambassador.';
  expect(told(text)).toEqual(told(text));
});
