using System.Text;
using Marque.Cases;
using Marque.Cases.Declared;
using Marque.Components.Purls;
using Marque.Triage;
using NodaTime;

namespace Marque.Bench;

/// <summary>Triage decisions asked about findings, against looking up every id of a finding in a dictionary; growth is shown at three sizes.</summary>
internal static class Triaging
{
    private const int Releases = 20;
    private const int FindingsOfEach = 10;

    public static void Run(bool smoke)
    {
        Console.WriteLine("triage: decisions read from files, and asked about findings, ten of each; floor: every id of a finding looked up in a dictionary");
        Console.WriteLine($"{"findings",10} {"decisions",10} {"reading ms",11} {"floor ms",9} {"asking ms",10} {"us each",8}   (goal: seconds, linear)");
        foreach (var decisions in smoke ? [20] : new[] { 2_000, 6_000, 20_000 }) Row(smoke, decisions);
    }

    private static void Row(bool smoke, int count)
    {
        var source = new CaseSource("", [("marque.yaml", Bytes("product: { id: p, name: P }\nlines: [{ id: 1.x }]\n")), .. Enumerable.Range(0, Releases).Select(r => ($"releases/1.{r}.yaml", Bytes($"version: \"1.{r}\"\nline: 1.x\n{(r == 0 ? "" : $"predecessor: \"1.{r - 1}\"\n")}"))), .. Enumerable.Range(0, count).Select(d => ($"triage/CVE-{d}/d.yaml", Bytes(File(d))))]);
        Case? read = null;
        var reading = Clock.Best(smoke ? 1 : 3, () => read = CaseFile.Read(source).Value);
        var history = new ReleaseHistory(read!.Releases);
        var subjects = Enumerable.Range(0, count * FindingsOfEach).Select(f => new TriageSubject($"1.{f % Releases}", [], Component(f / FindingsOfEach), [$"GHSA-{f / FindingsOfEach}", $"CVE-{f / FindingsOfEach}"]) { Ranges = ["npm left: <2"] }).ToArray();
        var known = read.Triage.ToDictionary(d => d.Vulnerability, StringComparer.Ordinal);
        var hits = 0;
        var floor = Clock.Best(smoke ? 1 : 5, () => hits = subjects.Sum(s => s.Ids.Count(known.ContainsKey)));
        var decided = 0;
        var asking = Clock.Best(smoke ? 1 : 5, () =>
        {
            var decisions = new TriageDecisions(read.Triage, history, Instant.FromUtc(2026, 11, 24, 12, 0), _ => null);
            decided = subjects.Count(s => decisions.Of(s).State == TriageState.InForce);
        });
        if (hits != subjects.Length || decided == 0) throw new InvalidOperationException("nothing was decided");
        Console.WriteLine($"{subjects.Length,10} {count,10} {reading * 1e3,11:F1} {floor * 1e3,9:F1} {asking * 1e3,10:F1} {asking * 1e6 / subjects.Length,8:F2}   {decided} in force");
    }

    private static string File(int number) => $"vulnerability: CVE-{number}\ncomponent: {Component(number)}\nreleases: {{ from: \"1.0\", until: \"1.{Releases / 2}\" }}\nstatus: not_affected\njustification: code_not_reachable\nseen: {{ ranges: [\"npm left: <2\"], exploited: false }}\nby: lead\nrole: security\nsecond: {{ by: head, role: security }}\non: 2026-11-20\nrationale: Tested.\n";

    private static Purl Component(int number) => Purl.Read($"pkg:npm/package-{number % 997}@1.{number % 13}.0").Purl!;

    private static ReadOnlyMemory<byte> Bytes(string text) => Encoding.UTF8.GetBytes(text);
}
