using System.Text;
using Marque.Cases;
using Marque.Text;

namespace Marque.Tests.Cases;

/// <summary>Small cases written in tests.</summary>
internal static class CaseText
{
    public const string Main = """
        product:
          id: valve
          name: Valve controller
        parts:
          - id: firmware
            type: embedded-device
            targetLevel: 2
          - id: app
            type: software-application
            targetLevel: 1
        lines:
          - id: 1.x
        """;

    public const string Risk = """
        purpose: Opens and closes a valve.
        assets:
          - id: setpoint
        risks:
          - id: R-1
            title: Setpoint is changed by a stranger
            assets: [setpoint]
            treatedBy: [I.2.d]
        """;

    public const string Release = """
        version: "1.0"
        line: 1.x
        """;

    public const string Evidence = """
        series: login-tests
        kind: junit
        path: artefacts/login.xml
        facts:
          - sha256: a000000000000000000000000000000000000000000000000000000000000001
            observedAt: 2026-11-01T10:00:00Z
            found: { outcome: supports, tests: 4 }
        """;

    public const string Controls = """
        requirement: CR 1.1
        parts: [firmware]
        status: implemented
        how: Each interface asks for an account.
        evidence: [login-tests]
        """;

    public const string Decision = """
        requirement: CR 1.1
        parts: [firmware]
        facts: [login-tests]
        stoodOn:
          requirement: v1:0000000000000000000000000000000000000000000000000000000000000002
        by: lead
        role: security
        on: 2026-11-02
        rationale: All interfaces are tested.
        """;

    public const string People = """
        roles:
          - id: security
            may: [requirements]
        people:
          - id: lead
            roles: [security]
        """;

    public const string Catalog = """
        catalog: house
        items:
          - id: H-1
            title: House rule
        """;

    public const string Bridge = """
        bridge: house-to-cra
        from: [house]
        points:
          - point: I.2.d
            pairs:
              - requirement: house:H-1
                rationale: The house rule asks for accounts.
        """;

    /// <summary>A case that reads without a problem, every kind of file in it.</summary>
    public static IReadOnlyList<(string Path, string Text)> Valid { get; } =
    [
        ("marque.yaml", Main), ("risk.yaml", Risk), ("people.yaml", People), ("releases/1.0.yaml", Release), ("evidence/login.yaml", Evidence),
        ("controls/CR-1.1.yaml", Controls), ("decisions/CR-1.1/2026-11-02-lead.yaml", Decision), ("catalogs/house.yaml", Catalog), ("bridges/house.yaml", Bridge),
    ];

    /// <summary>The valid case with some files replaced or added; null text: left out.</summary>
    public static Read<Case> Read(params (string Path, string? Text)[] changes) => CaseFile.Read(Source(changes));

    public static Read<Case> ReadBytes(string path, byte[] bytes) =>
        CaseFile.Read(new CaseSource("", [.. Source().Files.Where(f => f.Path != path), (path, bytes)]));

    /// <summary>The one problem with that code; fails when there is none or another.</summary>
    public static Problem Single(Read<Case> read, string code)
    {
        var problem = Assert.Single(read.Problems);
        Assert.Equal(code, problem.Code);
        return problem;
    }

    private static CaseSource Source(params (string Path, string? Text)[] changes)
    {
        var files = Valid.Where(f => changes.All(c => c.Path != f.Path)).Concat(changes.Where(c => c.Text is not null).Select(c => (c.Path, Text: c.Text!)));
        return new CaseSource("", [.. files.Select(f => (f.Path, (ReadOnlyMemory<byte>)Encoding.UTF8.GetBytes(f.Text)))]);
    }
}
