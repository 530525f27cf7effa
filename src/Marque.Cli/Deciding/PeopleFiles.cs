using System.CommandLine;
using Marque.Cases;
using Marque.Ledger;
using Marque.Outside;
using Marque.Outside.Signing;
using Marque.Text;

namespace Marque.Cli.Deciding;

/// <summary><c>people.yaml</c> of a case, for the commands that show, change and sign it.</summary>
/// <param name="Folder">The case.</param>
/// <param name="Trusted">The root keys that <c>--trust</c> names.</param>
internal sealed record PeopleFiles(CaseFolder Folder, IReadOnlyList<PublicKey> Trusted)
{
    public People? People => Folder.Case.People;

    /// <summary>The file as read; null: there is none.</summary>
    public FileChange? File => Folder.Files.TryGetValue(PeopleEdit.Path, out var bytes) ? FileChange.Of(PeopleEdit.Path, bytes) : null;

    /// <summary>The root keys that may sign: those given, else the one that the file names.</summary>
    public static IReadOnlyList<PublicKey> Roots(People? people, IReadOnlyList<PublicKey> trusted) =>
        trusted.Count > 0 ? trusted : PublicKey.TryParse(people?.RootKey, out var root) ? [root!] : [];

    /// <summary>Reads the case; null when problems were printed.</summary>
    public static PeopleFiles? Read(Shell shell, ParseResult parsed, CaseOptions options)
    {
        var problems = new List<Problem>();
        var folder = Prepared.ReadCase(shell, parsed.GetValue(options.Case), problems, processToo: true);
        var keys = options.Keys(parsed, shell, problems);
        if (problems.Count == 0 && folder is not null) return new PeopleFiles(folder, keys);
        Problems.Print(shell, problems);
        return null;
    }

    /// <summary>Whether the file is signed, in words, and whether that suffices.</summary>
    public (bool Signed, string Words) State()
    {
        if (People is not { } people) return (false, "there is no people.yaml: nobody may decide");
        if (people.Signatures.Count == 0) return (false, "people.yaml is not signed: no decision counts as attested");
        var roots = Roots(people, Trusted);
        if (roots.FirstOrDefault(people.IsSignedBy) is { } by) return (true, Trusted.Count > 0 ? $"people.yaml is signed by the trusted root key {by.Id}" : $"people.yaml is signed by the root key that it names itself, {by.Id}; give the one you trust with --trust");
        if (roots.Count == 0) return (false, "people.yaml names no root key, and none is given with --trust: no decision counts as attested");
        return (false, Trusted.Count > 0 ? "people.yaml is not signed by the trusted root key: no decision counts as attested" : "the signature of people.yaml is not the root key's over what stands there now: no decision counts as attested");
    }

    /// <summary>Signs the changed file where that was asked for, and writes it. Says what its signature is worth then.</summary>
    /// <returns>The exit code.</returns>
    public int Write(Shell shell, ParseResult parsed, WritingOptions writing, SigningOptions signing, FileChange change)
    {
        var problems = new List<Problem>();
        using var signer = signing.Open(parsed, shell, problems);
        if (problems.Count > 0) return Refuse(shell, problems);
        var sign = signer is not null && !parsed.GetValue(writing.DryRun);
        if (sign)
        {
            if (Signed(change, signer!, signing.Given(parsed), problems) is not { } signed) return Refuse(shell, problems);
            change = signed;
        }

        switch (writing.Apply(shell, parsed, Folder.Folder, [change]))
        {
            case Applied.Refused: return Exit.BadInput;
            case Applied.Shown: return Exit.Done;
        }

        var screen = shell.Screen();
        screen.Paragraph("wrote ", Problems.FromHere(shell, Path.Combine(Folder.Folder, PeopleEdit.Path)));
        var now = CaseFolder.Read(Folder.Folder, processToo: true).Value is { } folder ? (this with { Folder = folder }).State() : (false, "it cannot be read back");
        screen.Paragraph("", now.Item2);
        if (!now.Item1) screen.Paragraph("", "Whoever holds the root key signs it with: marque people sign --sign ROOTKEY");
        return Exit.Done;
    }

    /// <summary>The file with a signature by a root key; null with problems.</summary>
    public FileChange? Signed(FileChange change, Signer signer, string option, List<Problem> problems)
    {
        var read = PeopleEdit.Read(change);
        problems.AddRange(read.Problems);
        if (problems.Count > 0 || read.Value is not { } people) return null;
        var roots = Roots(people, Trusted);
        if (roots.Count == 0) problems.Add(new Problem(new Place(PeopleEdit.Path), "people.root", "it names no root key, and none is given", "write root.key into it, or give the key with --trust"));
        else if (signer.Key is { } key && !roots.Contains(key)) problems.Add(new Problem(new Place(option), "people.root", $"the key {key.Id} is not the root key {string.Join(" or ", roots.Select(r => r.Id))}", "sign with the root key"));
        if (problems.Count > 0) return null;
        if (signer.Sign(People.PayloadType, people.SignedBytes, roots, problems) is not { } signature) return null;
        // Signatures of other keys that still hold stay; those over another text go.
        var kept = people.Signatures.Where(s => s.Key != signature.Key && Known(people).Any(k => s.IsBy(k, People.PayloadType, people.SignedBytes)));
        var signed = PeopleEdit.Sign(change, [.. kept, signature]);
        problems.AddRange(signed.Problems);
        return problems.Count > 0 ? null : signed.Value;
    }

    public static int Refuse(Shell shell, IReadOnlyList<Problem> problems)
    {
        shell.Flush();
        Problems.Print(shell, problems);
        return Exit.BadInput;
    }

    private IEnumerable<PublicKey> Known(People people) => Roots(people, Trusted).Concat(Roots(people, [])).Distinct();
}
