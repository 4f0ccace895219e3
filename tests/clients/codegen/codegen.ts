import type { CodegenConfig } from '@graphql-codegen/cli';

// The same documents against the schema as the running server tells it, and as the repository's file has it.
const config: CodegenConfig = {
  importExtension: '.js',
  generates: {
    'generated/served/': {
      schema: process.env.ECOSYSTEM_ENDPOINT!,
      documents: 'src/questions.ts',
      preset: 'client',
      config: { strictScalars: true, scalars: { PartialDate: 'string' }, useTypeImports: true },
      presetConfig: { fragmentMasking: false },
    },
    'generated/filed/': {
      schema: '../../../schema/ecosystem.graphql',
      documents: 'src/questions.ts',
      preset: 'client',
      config: { strictScalars: true, scalars: { PartialDate: 'string' }, useTypeImports: true },
      presetConfig: { fragmentMasking: false },
    },
  },
};

export default config;
