// A peer in memory: arrays sorted beforehand, behind a well-known server. Its resolvers slice and do nothing else.
// node arrays.js PORT mercurius|yoga PACKAGE
import { createServer } from 'node:http';
import { inOrder, readPackage } from './data.js';

const [port, kind, folder] = process.argv.slice(2);
if (!folder || !['mercurius', 'yoga'].includes(kind)) {
  console.error('usage: node arrays.js PORT mercurius|yoga PACKAGE');
  process.exit(1);
}
const { actors, groupings } = readPackage(folder);
const actorList = inOrder(actors);
const groupingList = inOrder(groupings);

const connection = node => `type ${node}Connection { totalCount: Int! nodes: [${node}!]! pageInfo: PageInfo! }`;
const typeDefs = `
  type Query { actor(id: ID!): Actor grouping(id: ID!): Grouping actors(first: Int! = 25): ActorConnection! groupings(first: Int! = 25): GroupingConnection! }
  type Actor { id: ID! name: String! memberships(first: Int! = 25): MembershipConnection! groupings(first: Int! = 25): GroupingConnection! }
  type Grouping { id: ID! name: String! memberships(first: Int! = 25): MembershipConnection! members(first: Int! = 25): ActorConnection! }
  type Membership { id: ID! actor: Actor! grouping: Grouping! from: String to: String }
  type PageInfo { hasNextPage: Boolean! }
  ${['Actor', 'Grouping', 'Membership'].map(connection).join('\n  ')}`;

const page = (list, { first }) => ({ totalCount: list.length, nodes: list.slice(0, first), pageInfo: { hasNextPage: list.length > first } });
const resolvers = {
  Query: {
    actor: (_, { id }) => actors.get(id),
    grouping: (_, { id }) => groupings.get(id),
    actors: (_, given) => page(actorList, given),
    groupings: (_, given) => page(groupingList, given),
  },
  Actor: {
    memberships: (actor, given) => page(actor.memberships, given),
    groupings: (actor, given) => page(actor.groupings, given),
  },
  Grouping: {
    memberships: (grouping, given) => page(grouping.memberships, given),
    members: (grouping, given) => page(grouping.members, given),
  },
};

if (kind === 'yoga') {
  const { createSchema, createYoga } = await import('graphql-yoga');
  createServer(createYoga({ schema: createSchema({ typeDefs, resolvers }), logging: false })).listen(Number(port), '127.0.0.1');
} else {
  const { default: fastify } = await import('fastify');
  const { default: mercurius } = await import('mercurius');
  const server = fastify();
  // Compiled from the first time a query is asked.
  await server.register(mercurius, { schema: typeDefs, resolvers, jit: 1 });
  await server.listen({ port: Number(port), host: '127.0.0.1' });
}
console.log(`${kind} at http://127.0.0.1:${port}/graphql`);
