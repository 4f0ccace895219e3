import type { InEveryLanguage } from '../shared/language';

/** A query to begin with; its operation's name is the title of its tab. */
export interface Example {
  query: string;
  /** JSON; empty where the query has none. */
  variables: string;
}

/** The model question first. Each begins with two lines that say what it asks. */
export const examples: readonly InEveryLanguage<Example>[] = [
  {
    fr: {
      query: `# Qui accompagne les projets agri-ruraux avec le PES 21 ?
# Chaque réponse cite le paragraphe qui le dit. Lancer : Ctrl-Entrée.
query CoAccompagnateurs {
  coAccompaniers(theme: "agri-rural", with: "pes-21") {
    totalCount
    nodes {
      actor { name }
      groupings { acronym name }
      evidence {
        mention
        passage { locator source { title } }
      }
    }
  }
}
`,
      variables: '',
    },
    en: {
      query: `# Who co-accompanies agri-rural projects with the PES 21?
# Each answer cites the paragraph that says so. Run: Ctrl-Enter.
query CoAccompaniers {
  coAccompaniers(theme: "agri-rural", with: "pes-21") {
    totalCount
    nodes {
      actor { name }
      groupings { acronym name }
      evidence {
        mention
        passage { locator source { title } }
      }
    }
  }
}
`,
      variables: '',
    },
  },
  {
    fr: {
      query: `# Quelles banques travaillent avec le PES 21, et à quel rythme ?
# « under » prend le terme et tous les termes plus précis.
query Banques {
  partnerships(where: { target: { kind: { under: "bank" } } }) {
    totalCount
    nodes {
      target { name }
      type { label }
      regularity
      confidence
      evidence { mention passage { locator } }
    }
  }
}
`,
      variables: '',
    },
    en: {
      query: `# Which banks work with the PES 21, and how regularly?
# "under" takes the term and every narrower one.
query Banks {
  partnerships(where: { target: { kind: { under: "bank" } } }) {
    totalCount
    nodes {
      target { name }
      type { label(language: EN) }
      regularity
      confidence
      evidence { mention passage { locator } }
    }
  }
}
`,
      variables: '',
    },
  },
  {
    fr: {
      query: `# Qui siégeait au GRAIS à une date, et est-ce sûr ?
# La date est une variable, en dessous ; « 2016-H2 » ou « 2016-07 » conviennent aussi.
query Grais($date: PartialDate!) {
  grouping(id: "grais") {
    name
    from
    to
    memberships {
      nodes {
        actor { name }
        from
        to
        activity(at: $date)
      }
    }
  }
}
`,
      variables: `{
  "date": "2016"
}
`,
    },
    en: {
      query: `# Who sat in the GRAIS at a date, and how sure is that?
# The date is a variable, below; "2016-H2" or "2016-07" will do as well.
query Grais($date: PartialDate!) {
  grouping(id: "grais") {
    name
    from
    to
    memberships {
      nodes {
        actor { name }
        from
        to
        activity(at: $date)
      }
    }
  }
}
`,
      variables: `{
  "date": "2016"
}
`,
    },
  },
  {
    fr: {
      query: `# Combien de membres chaque groupement déclare-t-il, combien sont nommés ?
# « memberGap » compte ceux que la source annonce sans les nommer.
query Effectifs {
  groupings(order: [{ memberGap: DESC }, { name: ASC }]) {
    totalCount
    nodes {
      name
      kind { label }
      declaredMemberCount
      namedMemberCount
      memberGap
    }
  }
}
`,
      variables: '',
    },
    en: {
      query: `# How many members does each grouping declare, and how many are named?
# "memberGap" counts those that the source announces and does not name.
query MemberCounts {
  groupings(order: [{ memberGap: DESC }, { name: ASC }]) {
    totalCount
    nodes {
      name
      kind { label(language: EN) }
      declaredMemberCount
      namedMemberCount
      memberGap
    }
  }
}
`,
      variables: '',
    },
  },
  {
    fr: {
      query: `# Quels acteurs publics sont en Côte-d’Or, et quels liens ont-ils ?
# « inside » prend le territoire et tout ce qu’il contient.
query ActeursPublics {
  actors(where: { kind: { under: "public-authority" }, territory: { inside: "cote-d-or" } }) {
    totalCount
    nodes {
      name
      territory { name }
      partnerships {
        nodes { source { name } type { label } regularity }
      }
    }
  }
}
`,
      variables: '',
    },
    en: {
      query: `# Which public authorities are in the Côte-d’Or, and what links have they?
# "inside" takes the territory and all that it contains.
query Authorities {
  actors(where: { kind: { under: "public-authority" }, territory: { inside: "cote-d-or" } }) {
    totalCount
    nodes {
      name
      territory { name }
      partnerships {
        nodes { source { name } type { label(language: EN) } regularity }
      }
    }
  }
}
`,
      variables: '',
    },
  },
  {
    fr: {
      query: `# Qu’est-ce qui est prévu, et qu’est-ce que le document dément ?
# Un démenti n’est jamais compté parmi les liens.
query PrevuOuNie {
  partnerships(where: { status: { eq: PLANNED } }) {
    nodes { source { name } type { label } target { name } from }
  }
  denials {
    source { name }
    type { label }
    target { name }
    evidence { passage { locator } }
  }
}
`,
      variables: '',
    },
    en: {
      query: `# What is planned, and what does the document deny?
# A denial is never counted among the links.
query PlannedOrDenied {
  partnerships(where: { status: { eq: PLANNED } }) {
    nodes { source { name } type { label(language: EN) } target { name } from }
  }
  denials {
    source { name }
    type { label(language: EN) }
    target { name }
    evidence { passage { locator } }
  }
}
`,
      variables: '',
    },
  },
  {
    fr: {
      query: `# Que dit un paragraphe : qui nomme-t-il, quels liens énonce-t-il ?
# « p-1-18 » est le paragraphe 18 de la réponse à la question 1.
query Paragraphe($id: ID!) {
  passage(id: $id) {
    locator
    source { title }
    entities { name }
    links {
      __typename
      source { name }
      target { name }
    }
  }
}
`,
      variables: `{
  "id": "p-1-18"
}
`,
    },
    en: {
      query: `# What does a paragraph say: whom does it name, which links does it state?
# "p-1-18" is paragraph 18 of the answer to question 1.
query Paragraph($id: ID!) {
  passage(id: $id) {
    locator
    source { title }
    entities { name }
    links {
      __typename
      source { name }
      target { name }
    }
  }
}
`,
      variables: `{
  "id": "p-1-18"
}
`,
    },
  },
];
