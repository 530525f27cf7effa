using System.Buffers.Binary;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Marque.Components.Conformance.TagValue;
using Marque.Text.Reading;
using Suggestion = Marque.Text.Nearest;

namespace Marque.Components.Conformance.Json;

/// <content>What is asked of a single value.</content>
internal sealed partial class Validation
{
    private void Text(ref JsonScan scan, State state, int frame, ulong hard, bool prints)
    {
        Types(ref scan, state, frame, hard, Kinds.String);
        if (!scan.TryText(ref scratch, out var text))
        {
            Add(ref scan, "characters", "a text holds bytes or escapes that are no characters", "write it in UTF-8, without single surrogates", Demand.Syntax);
            text = default;
        }

        if (prints) print = Fingerprint.Of(text, 2);
        foreach (var g in state.ValueGroups)
        {
            if (state.Groups[g].Values!.HasText(text)) continue;
            failed[frame + g] = 1;
            if (IsHard(state, g, hard)) Unlisted(ref scan, state.Groups[g], Shown.Text(text));
        }

        foreach (var g in state.TextGroups) Text(ref scan, state, frame, hard, g, text);
        if (state.Role != Role.None && names is not null) names.Met(state.Role, text, trail, scan.Line + lines, findings);
    }

    private void Text(ref JsonScan scan, State state, int frame, ulong hard, int g, ReadOnlySpan<byte> text)
    {
        var node = state.Groups[g];
        string rule, message, remedy;
        if (node.Spoken is { } form && names is not null && form.Wrong(Encoding.UTF8.GetString(text)) is { } right) Add(ref scan, "value-form", text.IsEmpty ? "is empty" : $"'{Shown.Text(text)}' is not of the form that the specification asks for", right, Demand.Rule);
        if (node.Pattern is { } pattern && !pattern.Fits(text)) (rule, message, remedy) = ("pattern", $"'{Shown.Text(text)}' is not of the form asked for", pattern.Text == "^(.*)$" ? "one line" : pattern.Text);
        else if (!node.Format.Fits(text)) (rule, message, remedy) = ("format", $"'{Shown.Text(text)}' is no {Name(node.Format)}", node.Format.Remedy());
        else if (text.Length < node.MinLength || (node.MinLength > 1 && Characters(text) < node.MinLength)) (rule, message, remedy) = ("minLength", text.IsEmpty ? "is empty" : $"'{Shown.Text(text)}' is too short", $"at least {node.MinLength} characters");
        else if (text.Length > node.MaxLength && Characters(text) > node.MaxLength) (rule, message, remedy) = ("maxLength", $"'{Shown.Text(text)}' is too long", $"at most {node.MaxLength} characters");
        else return;
        failed[frame + g] = 1;
        if (IsHard(state, g, hard)) Add(ref scan, rule, message, remedy);
    }

    private void Number(ref JsonScan scan, State state, int frame, ulong hard, bool prints)
    {
        var whole = scan.TryWhole(out var integer);
        var number = whole ? integer : scan.Double;
        whole |= double.IsInteger(number);
        Types(ref scan, state, frame, hard, whole ? Kinds.Integer : Kinds.Number);
        if (prints)
        {
            Span<byte> bits = stackalloc byte[8];
            BinaryPrimitives.WriteDoubleLittleEndian(bits, number == 0 ? 0 : number);
            print = Fingerprint.Of(whole && Math.Abs(number) > 9e15 ? scan.Raw : bits, 5);
        }

        for (var g = 0; g < state.Groups.Length; g++)
        {
            var node = state.Groups[g];
            if (node.Values is { } values && !values.HasNumber(number))
            {
                failed[frame + g] = 1;
                if (IsHard(state, g, hard)) Unlisted(ref scan, node, Shown.Text(scan.Raw));
            }

            if (number >= node.Minimum && number <= node.Maximum) continue;
            failed[frame + g] = 1;
            if (IsHard(state, g, hard)) Add(ref scan, number < node.Minimum ? "minimum" : "maximum", $"{Shown.Text(scan.Raw)} is out of range", number < node.Minimum ? string.Create(CultureInfo.InvariantCulture, $"at least {node.Minimum}") : string.Create(CultureInfo.InvariantCulture, $"at most {node.Maximum}"));
        }
    }

    private void Literal(ref JsonScan scan, State state, int frame, ulong hard)
    {
        Types(ref scan, state, frame, hard, scan.Token == JsonTokenType.Null ? Kinds.Null : Kinds.Boolean);
        Values(ref scan, state, frame, hard);
        print = (ulong)scan.Token + 100;
    }

    private void Types(ref JsonScan scan, State state, int frame, ulong hard, Kinds kind)
    {
        if ((state.Allowed & kind) != Kinds.None) return;
        for (var g = 0; g < state.Groups.Length; g++)
        {
            var node = state.Groups[g];
            if (!node.Never && (node.Types == Kinds.None || (node.Types & kind) != Kinds.None)) continue;
            failed[frame + g] = 1;
            if (!IsHard(state, g, hard)) continue;
            if (node.Never) Add(ref scan, "not-allowed", "nothing may stand here", "leave it out");
            else Add(ref scan, "type", $"is {Name(kind)}", "must be " + string.Join(" or ", Enum.GetValues<Kinds>().Where(k => k != Kinds.None && node.Types.HasFlag(k) && !(k == Kinds.Integer && node.Types.HasFlag(Kinds.Number))).Select(Name)));
        }
    }

    // Lists and objects are never among the values of these schemas.
    private void Values(ref JsonScan scan, State state, int frame, ulong hard)
    {
        foreach (var g in state.ValueGroups)
        {
            if (state.Groups[g].Values!.Has(scan.Token)) continue;
            failed[frame + g] = 1;
            if (IsHard(state, g, hard) && (state.Groups[g].Types == Kinds.None || scan.Token is not (JsonTokenType.StartArray or JsonTokenType.StartObject))) Unlisted(ref scan, state.Groups[g], scan.Token.ToString());
        }
    }

    private void Unlisted(ref JsonScan scan, SchemaNode node, string given)
    {
        if (findings.Full) findings.Count();
        else Add(ref scan, "enum", $"'{given}' is none of the allowed values", node.Values!.Remedy(given));
    }

    private void Forbidden(ref JsonScan scan, State state, int frame, ulong hard, Transition next, ReadOnlySpan<byte> name)
    {
        foreach (var g in next.Forbidding)
        {
            failed[frame + g] = 1;
            if (!IsHard(state, g, hard)) continue;
            if (findings.Full) findings.Count();
            else Unknown(scan.Line, state.Groups[g], Shown.Text(name));
        }
    }

    private void Unknown(int line, SchemaNode node, string name)
    {
        var near = Suggestion.To(name, node.Properties.Keys.Select(Encoding.UTF8.GetString));
        Add(line, "additionalProperties", $"'{name}' is no field of this object", near is null ? "leave it out" : $"did you mean '{near}'?");
    }

    private void Twice(ref JsonScan scan, State state, int frame, ulong hard)
    {
        for (var g = 0; g < state.Groups.Length; g++)
        {
            if (!state.Groups[g].UniqueItems) continue;
            failed[frame + g] = 1;
            if (IsHard(state, g, hard)) Add(ref scan, "uniqueItems", "the same item stands twice in this list", "leave one");
        }
    }

    private static int Characters(ReadOnlySpan<byte> utf8)
    {
        var count = 0;
        foreach (var b in utf8) count += (b & 0xC0) == 0x80 ? 0 : 1;
        return count;
    }

    private static string Name(Kinds kind) => kind switch
    {
        Kinds.Null => "null",
        Kinds.Boolean => "true or false",
        Kinds.Object => "an object",
        Kinds.Array => "a list",
        Kinds.String => "a text",
        Kinds.Integer => "a whole number",
        _ => "a number",
    };

    private static string Name(TextFormat format) => format switch
    {
        TextFormat.DateTime => "date and time",
        TextFormat.Date => "date",
        TextFormat.Email => "e-mail address",
        _ => "address",
    };
}
