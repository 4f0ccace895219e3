// A peer on Neo4j: @neo4j/graphql over the graph that `load` wrote, in a server without authentication.
// node neo4j-graphql.js PORT BOLT_URI
import { createServer } from 'node:http';
import { Neo4jGraphQL } from '@neo4j/graphql';
import { createYoga } from 'graphql-yoga';
import neo4j from 'neo4j-driver';

const [port, uri] = process.argv.slice(2);
if (!uri) {
  console.error('usage: node neo4j-graphql.js PORT BOLT_URI');
  process.exit(1);
}
const typeDefs = `
  type Actor @node { id: ID! name: String! groupings: [Grouping!]! @relationship(type: "MEMBER_OF", direction: OUT, properties: "MemberOf") }
  type Grouping @node { id: ID! name: String! members: [Actor!]! @relationship(type: "MEMBER_OF", direction: IN, properties: "MemberOf") }
  type MemberOf @relationshipProperties { from: String to: String }`;
const schema = await new Neo4jGraphQL({ typeDefs, driver: neo4j.driver(uri) }).getSchema();
createServer(createYoga({ schema, logging: false })).listen(Number(port), '127.0.0.1');
console.log(`@neo4j/graphql at http://127.0.0.1:${port}/graphql`);
