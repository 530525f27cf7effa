using System.Text;
using Marque.Cases;
using Marque.Ledger;
using Marque.Text;

namespace Marque.Outside.Signing;

/// <summary>Signs by any program: the record on its standard input, an SSH signature or a DSSE envelope on its standard output.</summary>
/// <param name="words">The program and its arguments.</param>
/// <param name="folder">The working directory.</param>
internal sealed class CommandSigner(IReadOnlyList<string> words, string folder) : Signer
{
    public const string Option = "--sign-command";

    public override PublicKey? Key => null;

    protected override string Named => Option;

    /// <summary>The words of a command line: blanks part them, single and double quotes hold them together, a backslash keeps the next character outside of single quotes. No shell is asked. Null: a quote is not closed.</summary>
    public static IReadOnlyList<string>? Split(string command)
    {
        var words = new List<string>();
        StringBuilder? word = null;
        var quote = '\0';
        for (var i = 0; i < command.Length; i++)
        {
            var c = command[i];
            if (quote != '\0' && c == quote) quote = '\0';
            else if (c == '\\' && quote != '\'' && i + 1 < command.Length && command[i + 1] is '"' or '\'' or '\\' or ' ') (word ??= new()).Append(command[++i]);
            else if (quote == '\0' && c is '"' or '\'')
            {
                quote = c;
                word ??= new();
            }
            else if (quote == '\0' && char.IsWhiteSpace(c))
            {
                if (word is not null) words.Add(word.ToString());
                word = null;
            }
            else (word ??= new()).Append(c);
        }

        if (quote != '\0') return null;
        if (word is not null) words.Add(word.ToString());
        return words;
    }

    protected override IReadOnlyList<RecordSignature> Make(string payloadType, ReadOnlyMemory<byte> record, List<Problem> problems)
    {
        var variables = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["MARQUE_PAYLOAD_TYPE"] = payloadType,
            ["MARQUE_SSH_NAMESPACE"] = People.SshNamespace,
            ["MARQUE_PAE_SHA256"] = Digest.Of(Dsse.Pae(payloadType, record.Span)).ToString(),
        };
        if (Child.Run(new Place(Option), words, record, variables, folder, problems) is not { } printed) return [];
        var text = Encoding.UTF8.GetString(printed).Trim();
        if (text.StartsWith("-----", StringComparison.Ordinal))
        {
            if (SshSignature.TryParse(text, out var ssh)) return [new(ssh!.Key.Id, null, text.ReplaceLineEndings("\n"), default)];
            problems.Add(Wrong("signing.output", "what it printed is not an SSH signature by an ECDSA P-256 or Ed25519 key", "print what ssh-keygen -Y sign writes"));
            return [];
        }

        if (Dsse.Read(Option, printed) is not { Ok: true, Value: { } envelope } read)
        {
            problems.Add(Wrong("signing.output", "what it printed is neither an SSH signature nor a DSSE envelope", "see docs/deciding.md for what a signing program gets and prints"));
            return [];
        }

        if (envelope.PayloadType == payloadType && envelope.Payload.Span.SequenceEqual(record.Span)) return [.. envelope.Signatures.Select(s => new RecordSignature(s.KeyId, s.Bytes, null, default))];
        problems.Add(Wrong("signing.output", "the envelope it printed is about something else", $"its payload is what came on standard input, its payloadType {payloadType}"));
        return [];
    }
}
