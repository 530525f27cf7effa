using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;

namespace Marque.Cli.Tests;

/// <summary>A small product case on disk, with one fact of each state, removed with the test.</summary>
internal sealed class Sample : IDisposable
{
    public const string Passing = """<testsuite name="login" tests="2"><testcase classname="Login" name="a"/><testcase classname="Login" name="b"/></testsuite>""";

    public Sample(string name = "Test Gateway")
    {
        Root = Directory.CreateTempSubdirectory("marque-cli-").FullName;
        With("case/marque.yaml", $$"""
            product: { id: gateway, name: {{Quoted(name)}}, type: G-1, intendedPurpose: Tests the program., coreFunctionality: Being assessed. }
            manufacturer: { name: Example AB, address: Example Street 1 }
            contact: { email: psirt@example.com }
            classification: { class: default, because: None of the categories of Annexes III and IV. }
            parts:
              - { id: app, name: {{Quoted(name)}}, type: software-application, targetLevel: 2 }
            lines:
              - { id: 1.x }
            """)
            .With("case/releases/1.0.0.yaml", "version: \"1.0.0\"\nline: 1.x\n")
            .With("case/releases/1.1.0.yaml", "version: \"1.1.0\"\nline: 1.x\npredecessor: \"1.0.0\"\n")
            .With("case/controls/annex-i.yaml", $"""
                statements:
                  - requirement: I.2.d
                    status: implemented
                    how: {Quoted($"Accounts, see {name}")}
                    evidence: [login-tests]
                  - requirement: I.2.e
                    status: partly
                    how: At rest only.
                  - requirement: CR 1.1
                    status: implemented
                    how: Accounts.
                    evidence: [login-tests]
                """)
            .With("case/artefacts/login.xml", Passing)
            .With("case/evidence/login-tests.yaml", Series("login-tests", "artefacts/login.xml", Sha256(Passing)));
    }

    public string Root { get; }

    public string Case => Path.Combine(Root, "case");

    public static string Series(string id, string path, string sha256, string kind = "junit", string more = "") => $"""
        series: {id}
        kind: {kind}
        method: test
        facts:
          - sha256: {sha256}
            path: {path}
            observedAt: "2026-11-01T00:00:00Z"
            {more}
        """;

    public static string Sha256(string content) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(content)));

    public Sample With(string path, string content)
    {
        var full = Path.Combine(Root, path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        File.WriteAllText(full, content, new UTF8Encoding(false));
        return this;
    }

    /// <summary>Registers a fact of its own series with these bytes.</summary>
    public Sample WithFact(string id, string content, string registeredAs, string more = "") =>
        With($"case/artefacts/{id}.xml", content).With($"case/evidence/{id}.yaml", Series(id, $"artefacts/{id}.xml", Sha256(registeredAs), more: more));

    /// <summary>Commits everything.</summary>
    public void Git(string message = "first")
    {
        if (!Directory.Exists(Path.Combine(Root, ".git"))) Command("init", "-q", "-b", "main");
        Command("add", "-A");
        Command("-c", "user.name=Tester", "-c", "user.email=tester@example.com", "commit", "-q", "-m", message);
    }

    /// <summary>Runs git in the sample's folder, with no configuration of the machine; skips the test where there is none.</summary>
    public void Command(params string[] arguments)
    {
        Assert.SkipWhen((Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).All(p => !File.Exists(Path.Combine(p, OperatingSystem.IsWindows() ? "git.exe" : "git"))), "git is not installed");
        var start = new ProcessStartInfo("git", arguments) { WorkingDirectory = Root, UseShellExecute = false };
        start.Environment["GIT_CONFIG_GLOBAL"] = "/dev/null";
        start.Environment["GIT_CONFIG_NOSYSTEM"] = "1";
        using var process = Process.Start(start)!;
        process.WaitForExit();
        Assert.Equal(0, process.ExitCode);
    }

    public void Dispose() => Directory.Delete(Root, recursive: true);

    /// <summary>Double-quoted YAML text with every control character escaped.</summary>
    private static string Quoted(string text) =>
        $"\"{string.Concat(text.Select(c => c is '"' or '\\' ? $"\\{c}" : char.IsControl(c) ? $"\\x{(int)c:x2}" : $"{c}"))}\"";
}
