/** A sentence in parts, so that one thing of it can be changed and all else kept. Places, people and outlets are invented. */
export interface Line {
  readonly who: string;
  readonly other: string;
  /** "@" stands for the figure, "#" for where a verb takes "may have" */
  readonly content: string;
  /** the same with "may have" */
  readonly doubted: string;
  /** the same in other words */
  readonly reworded: string;
  /** the opposite, for "denied that" */
  readonly figure: string;
  readonly moved: string;
}

const line = (who: string, other: string, content: string, doubted: string, reworded: string, figures = ''): Line => {
  const [figure = '', moved = ''] = figures.split(' | ');
  return { who, other, content, doubted, reworded, figure, moved };
};

/** Two stories: errors were read on the first only. */
export const stories: Readonly<Record<'seen' | 'held', readonly Line[]>> = {
  seen: [
    line(
      'the coast guard',
      'the navy',
      '@ passengers were pulled from the water off Selm',
      '@ passengers may have been pulled from the water off Selm',
      'rescuers took @ passengers out of the sea off Selm',
      '41 | 44',
    ),
    line(
      'harbour officials',
      'port workers',
      'the ferry hit a sandbank near the lighthouse',
      'the ferry may have hit a sandbank near the lighthouse',
      'near the lighthouse the ferry struck a sandbank',
      '',
    ),
    line(
      'Captain Piet Vandam',
      'the owner Lea Brandt',
      'the engine failed twice during the crossing',
      'the engine may have failed twice during the crossing',
      'during the crossing the engine broke down twice',
      '',
    ),
    line(
      'police',
      'prosecutors',
      'at least @ people drowned when the vessel sank',
      'at least @ people may have drowned when the vessel sank',
      'at least @ people died as the ship went down',
      '9 | 12',
    ),
    line(
      'the transport ministry',
      'the shipping agency',
      'inspectors had warned about rust in the hull',
      'inspectors may have warned about rust in the hull',
      'rust in the hull had been criticised by inspectors',
      '',
    ),
    line(
      'witnesses',
      'fishermen',
      'the crew left the vessel before the children',
      'the crew may have left the vessel before the children',
      'before the children, the crew had left the ship',
      '',
    ),
    line(
      'a hospital spokeswoman',
      'a doctor at the hospital',
      '@ survivors were treated for hypothermia',
      '@ survivors may have been treated for hypothermia',
      'doctors treated @ survivors for hypothermia',
      '17 | 23',
    ),
    line(
      'the insurer',
      'the shipyard',
      'the ferry was worth $@ million',
      'the ferry may have been worth $@ million',
      'the value of the ferry was $@ million',
      '6 | 8',
    ),
  ],
  held: [
    line(
      'the governor',
      'the mayor',
      'the fire destroyed @ homes in Harwick',
      'the fire may have destroyed @ homes in Harwick',
      '@ homes in Harwick were destroyed by the fire',
      '120 | 180',
    ),
    line(
      'firefighters',
      'forest rangers',
      'strong wind drove the flames across the river',
      'strong wind may have driven the flames across the river',
      'the flames were driven over the river by strong wind',
      '',
    ),
    line(
      'the power company',
      'the regulator',
      'a fallen cable started the fire',
      'a fallen cable may have started the fire',
      'the fire was started by a cable that fell',
      '',
    ),
    line(
      'the army',
      'the police',
      'soldiers evacuated more than @ residents overnight',
      'soldiers may have evacuated more than @ residents overnight',
      'more than @ residents were evacuated by soldiers in the night',
      '2,000 | 3,000',
    ),
    line(
      'residents',
      'shopkeepers',
      'sirens failed in the northern district',
      'sirens may have failed in the northern district',
      'in the northern district the sirens did not work',
      '',
    ),
    line(
      'Senator Ana Torv',
      'Governor Bo Lind',
      'the state ignored a report on dry forests',
      'the state may have ignored a report on dry forests',
      'a report on dry forests was ignored by the state',
      '',
    ),
    line(
      'the health office',
      'the clinic',
      '@ patients suffered burns',
      '@ patients may have suffered burns',
      'burns were suffered by @ patients',
      '14 | 19',
    ),
    line(
      'the agriculture minister',
      'a farmers’ union',
      'the fire killed about @ sheep',
      'the fire may have killed about @ sheep',
      'about @ sheep died in the fire',
      '400 | 700',
    ),
  ],
};
