// The questions, in each side's own words. `of` says which grouping is asked for: any, the largest, or a small one whose
// first page is full; null for none.
const page = 'query ($id: ID!) { grouping(id: $id) { members(first: 50) { totalCount nodes { id name } } } }';
const pageCypher = `CYPHER 5 MATCH (g:Grouping {id: $id})
  CALL (g) { MATCH (g)<-[:MEMBER_OF]-(a:Actor) WITH DISTINCT a ORDER BY a.name, a.id LIMIT 50 RETURN collect({id: a.id, name: a.name}) AS nodes }
  RETURN {totalCount: COUNT { MATCH (g)<-[:MEMBER_OF]-(a:Actor) RETURN DISTINCT a }, nodes: nodes} AS answer`;
const pagePeer = 'query ($id: ID!) { groupings(where: { id: { eq: $id } }) { membersConnection(first: 50, sort: [{ node: { name: ASC } }]) { totalCount edges { node { id name } } } } }';

export const cases = {
  lookup: {
    of: 'any',
    ours: 'query ($id: ID!) { grouping(id: $id) { id name } }',
    arrays: 'query ($id: ID!) { grouping(id: $id) { id name } }',
    'neo4j-graphql': 'query ($id: ID!) { groupings(where: { id: { eq: $id } }) { id name } }',
    cypher: 'CYPHER 5 MATCH (g:Grouping {id: $id}) RETURN {id: g.id, name: g.name} AS answer',
  },
  members: {
    of: 'any',
    ours: 'query ($id: ID!) { grouping(id: $id) { name memberships(first: 20, order: [{ actor: { name: ASC } }]) { totalCount nodes { from to actor { id name } } } } }',
    arrays: 'query ($id: ID!) { grouping(id: $id) { name memberships(first: 20) { totalCount nodes { from to actor { id name } } } } }',
    'neo4j-graphql': `query ($id: ID!) { groupings(where: { id: { eq: $id } }) { name
      membersConnection(first: 20, sort: [{ node: { name: ASC } }]) { totalCount edges { properties { from to } node { id name } } } } }`,
    cypher: `CYPHER 5 MATCH (g:Grouping {id: $id})
      CALL (g) { MATCH (g)<-[m:MEMBER_OF]-(a:Actor) WITH m, a ORDER BY a.name, a.id LIMIT 20 RETURN collect({from: m.from, to: m.to, actor: {id: a.id, name: a.name}}) AS nodes }
      RETURN {name: g.name, totalCount: COUNT { (g)<-[:MEMBER_OF]-(:Actor) }, nodes: nodes} AS answer`,
  },
  comembers: {
    of: 'any',
    ours: 'query ($id: ID!) { grouping(id: $id) { name members(first: 10) { nodes { name groupings(first: 10) { nodes { name } } } } } }',
    arrays: 'query ($id: ID!) { grouping(id: $id) { name members(first: 10) { nodes { name groupings(first: 10) { nodes { name } } } } } }',
    'neo4j-graphql': 'query ($id: ID!) { groupings(where: { id: { eq: $id } }) { name members(limit: 10, sort: [{ name: ASC }]) { name groupings(limit: 10, sort: [{ name: ASC }]) { name } } } }',
    cypher: `CYPHER 5 MATCH (g:Grouping {id: $id})
      CALL (g) { MATCH (g)<-[:MEMBER_OF]-(a:Actor) WITH DISTINCT a ORDER BY a.name, a.id LIMIT 10
        CALL (a) { MATCH (a)-[:MEMBER_OF]->(h:Grouping) WITH DISTINCT h ORDER BY h.name, h.id LIMIT 10 RETURN collect({name: h.name}) AS groupings }
        RETURN collect({name: a.name, groupings: groupings}) AS members }
      RETURN {name: g.name, members: members} AS answer`,
  },
  hub: {
    of: 'largest',
    ours: 'query ($id: ID!) { grouping(id: $id) { name members(first: 2) { nodes { name groupings(first: 2) { nodes { name members(first: 2) { nodes { name } } } } } } } }',
    arrays: 'query ($id: ID!) { grouping(id: $id) { name members(first: 2) { nodes { name groupings(first: 2) { nodes { name members(first: 2) { nodes { name } } } } } } } }',
    'neo4j-graphql': `query ($id: ID!) { groupings(where: { id: { eq: $id } }) { name
      members(limit: 2, sort: [{ name: ASC }]) { name groupings(limit: 2, sort: [{ name: ASC }]) { name members(limit: 2, sort: [{ name: ASC }]) { name } } } } }`,
    cypher: `CYPHER 5 MATCH (g:Grouping {id: $id})
      CALL (g) { MATCH (g)<-[:MEMBER_OF]-(a:Actor) WITH DISTINCT a ORDER BY a.name, a.id LIMIT 2
        CALL (a) { MATCH (a)-[:MEMBER_OF]->(h:Grouping) WITH DISTINCT h ORDER BY h.name, h.id LIMIT 2
          CALL (h) { MATCH (h)<-[:MEMBER_OF]-(b:Actor) WITH DISTINCT b ORDER BY b.name, b.id LIMIT 2 RETURN collect({name: b.name}) AS members }
          RETURN collect({name: h.name, members: members}) AS groupings }
        RETURN collect({name: a.name, groupings: groupings}) AS members }
      RETURN {name: g.name, members: members} AS answer`,
  },
  nested: {
    of: null,
    ours: '{ actors(first: 20) { nodes { id name memberships(first: 10) { nodes { from to grouping { id name members(first: 10) { nodes { id name } } } } } } } }',
    arrays: '{ actors(first: 20) { nodes { id name memberships(first: 10) { nodes { from to grouping { id name members(first: 10) { nodes { id name } } } } } } } }',
  },
  'page-hub': { of: 'largest', ours: page, arrays: page, 'neo4j-graphql': pagePeer, cypher: pageCypher },
  'page-small': { of: 'small', ours: page, arrays: page, 'neo4j-graphql': pagePeer, cypher: pageCypher },
};
