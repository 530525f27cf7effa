using System.Text;
using Marque.Facts.Reading;
using Marque.Text.Reading;
using Marque.Ledger;

namespace Marque.Facts;

/// <summary>Git commits and annotated tags, as <c>git cat-file</c> prints them. SSH signatures are checked; OpenPGP and X.509 ones are named as not checked.</summary>
internal static class GitObjects
{
    /// <summary>The largest object read, in bytes.</summary>
    public const int MaxBytes = 16 * 1024 * 1024;

    private const string Ssh = "-----BEGIN SSH SIGNATURE-----";

    public static Check Run(Stream content, FactKind kind, Expectation expect)
    {
        var bytes = Whole.Bytes(content, MaxBytes);
        var git = GitObject.Read(bytes, kind == FactKind.GitTag);
        var weighing = new Weighing();
        var word = kind.Word();
        weighing.Names("subject", git.Header(kind == FactKind.GitTag ? "tag" : "tree"));
        weighing.Names(kind == FactKind.GitTag ? "object" : "author", git.Header(kind == FactKind.GitTag ? "object" : "author"));
        var verified = Signature(git, weighing, expect, word);
        var search = new TextSearch(expect);
        search.Add(Encoding.UTF8.GetString(git.Message));
        search.Judge(weighing, word);
        return weighing.Done(kind, ("parents", git.Count("parent")), ("signed", git.Signature.Length > 0 ? 1 : 0), ("verified", verified), ("words", search.Words));
    }

    private static int Signature(GitObject git, Weighing weighing, Expectation expect, string word)
    {
        var keys = Signers.Keys(expect, weighing, word);
        if (git.Signature.Length > 0 && !git.Signature.StartsWith(Ssh, StringComparison.Ordinal))
        {
            var text = $"its signature is {(git.Signature.Contains("PGP", StringComparison.Ordinal) ? "OpenPGP" : "X.509")}, which is not checked";
            if (expect.SignerKeys.Count > 0) weighing.Vacuous($"{word}.signature-not-checked", text);
            else weighing.Note($"{word}.signature-not-checked", text);
            return 0;
        }

        if (expect.SignerKeys.Count == 0)
        {
            weighing.Note($"{word}.signature-unchecked", git.Signature.Length == 0 ? "it is not signed, and no signer is expected" : "signature unchecked, no key given");
            return 0;
        }

        if (keys.Count == 0) return 0;
        var signer = SshSignature.TryParse(git.Signature, out var signature) ? keys.FirstOrDefault(key => signature!.Verify(git.Payload, key, "git")) : null;
        if (signer is null) weighing.Contradicts($"{word}.signature", git.Signature.Length == 0 ? "it is not signed" : "its signature is not by an expected key, or does not fit its content");
        weighing.Names("signer", signer?.Id);
        return signer is null ? 0 : 1;
    }
}
