namespace Marque.Tests.Cases;

/// <summary>Case files in which every key stands that may stand together.</summary>
internal static class FullFiles
{
    private const string Digest = "a000000000000000000000000000000000000000000000000000000000000001";

    public static readonly (string Path, string Text)[] All =
    [
        ("marque.yaml", $$"""
            product: { id: valve, name: Valve controller, type: V-1, description: Opens., intendedPurpose: Valves., coreFunctionality: Control., freeAndOpenSource: false, publicTechnicalDocumentation: true }
            role: manufacturer
            manufacturer: { name: Valves AB, address: Street 1, email: psirt@example.com, website: https://example.com }
            contact: { email: psirt@example.com, url: https://example.com, phone: "1" }
            classification: { class: important-I, category: III-I-12, because: It routes. }
            procedure: A
            scope: { dataConnection: By TCP., notExcludedBy: ["2(2)(a)"] }
            parts:
              - { id: firmware, name: Firmware, description: Runs., type: embedded-device, targetLevel: 2, remoteDataProcessing: false, deployedVersion: "1" }
              - { id: app }
            variants: [{ id: b, differs: Colour., equivalentBecause: Paint. }]
            catalogs: { iec62443-4-1: "2018" }
            adopts: [{ bridge: iec62443-to-cra, points: [I.2.d, cra:I.2.e], digest: {{Digest}} }]
            instruments: [{ reference: EN 40000-1-1, clauses: house, restrictions: [{ id: r, hits: false, because: No. }], certificate: { number: "1", level: high, validFrom: 2026-01-01, validUntil: 2027-01-01 } }]
            uses: [{ id: sdl, path: ../sdl, digest: {{Digest}} }]
            lines: [{ id: 1.x, supported: true, versions: semantic }]
            events: [{ event: recall, on: 2026-11-01, what: All of May. }]
            """),
        ("marque.yaml", "process: { id: sdl, name: Development }\nrole: manufacturer\n"),
        ("people.yaml", $$"""
            root: { key: "ssh-ed25519 AAAA" }
            roles: [{ id: security, title: Security, may: [requirements, bridges], fourEyes: applicability }]
            people: [{ id: lead, name: Lead, email: lead@example.com, roles: [security], keys: ["ssh-ed25519 AAAA"] }]
            revoked: [{ key: SHA256:x, from: 2026-11-01T10:00:00Z, because: Lost., stays: [{{Digest}}] }]
            signatures: [{ key: SHA256:x, dsse: AAAA, sshsig: text }]
            """),
        ("triage/CVE-2026-1/not-affected.yaml", $$"""
            vulnerability: CVE-2026-1
            aliases: [GHSA-aaaa-bbbb-cccc]
            component: pkg:npm/left-pad@1.3.0
            parts: [firmware]
            releases: { from: 2.4.0, until: 2.4.9, only: ["2.4.*"], lines: [2.x] }
            status: not_affected
            justification: code_not_reachable
            impact: The code is never called.
            action: Nothing.
            responses: [will_not_fix, update]
            seen: { ranges: ["npm left-pad <1.4.0"], exploited: false, epss: 0.01 }
            review: { epss: 0.3 }
            supersedes: [{{Digest}}]
            follows: openvex https://example.com/vex-1
            by: lead
            role: security
            second: { by: head, role: security }
            on: 2026-11-24
            until: 2027-11-24
            rationale: Tested.
            signatures: [{ key: SHA256:x, dsse: AAAA, sshsig: text }]
            """),
        ("triage/CVE-2026-2.yaml", """
            triage:
              - { vulnerability: CVE-2026-2, release: 2.4.0, status: affected, action: Wait., notExploitable: No., by: lead, role: security, on: 2026-11-24, rationale: Tested. }
              - { vulnerability: CVE-2026-2, release: 2.4.1, status: affected, action: Wait., acceptedRisk: Low., by: lead, role: security, on: 2026-11-24, rationale: Tested. }
            """),
        ("risk.yaml", """
            purpose: Opens a valve.
            foreseeableUse: [Daily]
            foreseeableMisuse: Hammer
            conditionsOfUse: [Indoors]
            timeInUse: Ten years
            assets: [{ id: setpoint, name: Setpoint, protect: Its integrity, parts: [firmware] }]
            risks: [{ id: R-1, title: Changed, threat: A stranger, owner: lead, likelihood: low, impact: high, because: So it is., assets: [setpoint], parts: firmware, rating: high, residual: none, treatedBy: [I.2.d, CR 1.1], acceptedBecause: [environment], needsMeasuresBeyond: false }]
            meets: { I.1: By this., II: By that. }
            applicability: [{ requirement: I.2.m, parts: [firmware], applies: false, because: The valve keeps no data beyond the setpoint., risks: [R-1] }]
            updateTriggers: [{ id: yearly, when: Every year, occurred: [{ on: 2026-11-01, heeded: 2026-11-02, what: A year passed. }] }]
            """),
        ("user-information.yaml", """
            language: en
            intendedPurpose: Opens a valve.
            securityEnvironment: [A locked cabinet]
            essentialFunctionalities: [Opening]
            securityProperties: Signed updates
            riskCircumstances: [Open cabinet]
            declarationAddress: https://example.com/doc
            support: [Updates]
            instructions: { commissioning: [Lock it.], changes: [Ask us.], updates: [Press.], decommissioning: [Erase.], automaticUpdates: [Menu.], integration: [Read.] }
            sbom: https://example.com/sbom
            """),
        ("user-information.de.yaml", "language: de\nsupport: Updates\n"),
        ("support.yaml", "expectedUse: Ten years\nkind: Updates\nuntil: \"2037-12\"\nlines: [{ line: 1.x, until: \"2036-12\" }]\nconsidered: [{ factor: nature-and-purpose, because: Valves live long. }]\n"),
        ("vulnerability-handling.yaml", """
            updateDistribution: Signed images by TLS.
            disclosurePolicy:
              address: https://example.com/cvd
              contact: [psirt@example.com, https://example.com/report]
              canonical: https://example.com/.well-known/security.txt
              expires: 2027-06-30T00:00:00Z
              encryption: https://example.com/key
              acknowledgments: https://example.com/thanks
              languages: [en, de]
              scope: [All valves]
              report: [Version]
              acknowledgedWithinDays: 3
              handling: [We read it.]
              disclosure: [With the fix.]
              goodFaith: [No suit.]
            """),
        ("documents.yaml", "language: en\nheader: Valves AB\naccent: \"#1f4e79\"\nlogo: artefacts/logo.png\nlogoText: A valve\n"),
        ("releases/1.0.yaml", $$"""
            version: "1.0"
            line: 1.x
            predecessor: "0.9"
            commit: abc
            supported: true
            placing: { first: 2026-01-01, last: 2026-02-01 }
            change: { substantial: false, because: Small., what: A fix., comparedWith: "0.9", by: lead, on: 2026-11-02, questions: [{ question: after-placing, answer: "yes", because: It is sold. }, { question: part-i, answer: "no", because: A fix. }, { question: intended-purpose, answer: "no", because: The same. }] }
            artefacts: [{ name: image, sha256: {{Digest}} }]
            sboms: [login-tests]
            """),
        ("evidence/login.yaml", $$"""
            series: login-tests
            kind: junit
            title: Login
            url: https://example.com
            path: artefacts/login.xml
            method: test
            role: practised
            parts: [firmware]
            everyDays: 30
            expect: { tests: ["Login.*"], minTests: 1, rules: [r], tool: t, maxLevel: note, minLineRate: 0.5, minComponents: 1, subject: s, subjectVersion: "1", threatsTreated: true, contains: [a], excludes: [b], predicateType: p, subjectDigests: [{{Digest}}], signerKeys: [k] }
            facts:
              - { sha256: {{Digest}}, observedAt: 2026-11-01T10:00:00Z, receivedAt: 2026-11-01T10:00:00Z, validUntil: 2027-01-01, path: artefacts/a.xml, release: "1.0", found: { outcome: supports, tests: 4 }, note: n }
              - { sha256: {{Digest}}, observedAt: 2026-11-01T10:00:00Z, releases: { from: "1.0", until: "1.0", only: ["1.0"] } }
            """),
        ("evidence/login-tests/2026-11-01-a.yaml", $"factOf: login-tests\nsha256: {Digest}\nobservedAt: 2026-11-01T10:00:00Z\nreceivedAt: 2026-11-01T10:00:00Z\nvalidUntil: 2027-01-01\npath: artefacts/b.xml\nreleases: {{ from: \"1.0\", until: \"1.0\", only: [\"1.0\"] }}\nfound: {{ outcome: supports }}\nnote: n\n"),
        ("evidence/list.yaml", "evidence: [{ series: other }]"),
        ("controls/CR-1.1.yaml", """
            requirement: CR 1.1
            parts: [firmware]
            status: implemented
            how: It asks.
            evidence: [login-tests]
            release: "1.0"
            exception: { owner: lead, compensating: [A lock], until: 2027-01-01, because: Parts come in May. }
            note: n
            """),
        ("controls/list.yaml", "statements: [{ requirement: CR 1.2, status: partly, releases: { from: \"1.0\", until: \"1.0\", only: \"1.0\" } }]"),
        ("decisions/a.yaml", $$"""
            requirement: CR 1.1
            parts: [firmware]
            judgement: satisfied
            facts: [login-tests]
            factDigests: [{{Digest}}]
            stoodOn: { requirement: v1:{{Digest}} }
            by: lead
            role: security
            on: 2026-11-02
            until: 2027-11-02
            rationale: Tested.
            second: { by: other, role: security }
            release: "1.0"
            signatures: [{ key: SHA256:x, dsse: AAAA }]
            """),
        ("decisions/list.yaml", "decisions: [{ requirement: classification, judgement: classifies, by: lead, role: security, on: 2026-11-02, rationale: So., releases: { from: \"1.0\", until: \"1.0\", only: [\"1.0\"] }, signatures: [{ key: k, sshsig: s }] }]"),
        ("catalogs/house.yaml", "catalog: house\nfor: EN 40000-1-1\nprocess: false\ntitle: House\nedition: \"1\"\namendment: A1\nsource: Us\nitems: [{ id: H-1, title: Rule, summary: Do., clause: \"1\", componentTypes: [embedded-device], firstLevel: 2 }]\n"),
        ("bridges/house.yaml", "bridge: house-to-cra\nversion: \"1\"\nsource: Us\nreview: { state: reviewed, by: compliance, on: 2026-11-01 }\nfrom: [house]\npoints: [{ point: I.2.d, residual: [More], pairs: [{ requirement: \"house:H-1\", relation: partial, role: required, rationale: It asks., roleBecause: Yes., sources: [OWN] }] }]\n"),
        ("editions/house.yaml", """
            map: house-1-to-2
            version: "1"
            from: { catalog: house, edition: "1", amendment: A1 }
            to: { catalog: house, edition: "2", amendment: A1 }
            author: product security
            sources: [Both texts]
            review: { state: reviewed, by: compliance, on: 2026-11-01 }
            entries:
              - { fate: unchanged, from: [H-1], meaning: same, rationale: The same words., sources: [Clause 4] }
              - { fate: renumbered, from: H-2, to: [H-12], meaning: changed, rationale: Moved. }
              - { fate: split, from: H-3, to: [H-13, H-14], rationale: Two now. }
              - { fate: merged, from: [H-4, H-5], to: H-15, rationale: One now. }
              - { fate: deleted, from: [H-6], movedTo: [H-12], rationale: Gone. }
              - { fate: new, to: [H-16], meaning: unknown, rationale: Not there before. }
            """),
    ];
}
