using System.Buffers;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;

namespace Marque.Text;

/// <summary>JSON Canonicalization Scheme, RFC 8785: the byte form whose SHA-256 is a record's digest.</summary>
/// <remarks>Fields without a value (JSON or YAML null) are absent; they do not count.</remarks>
public static class CanonicalJson
{
    /// <summary>The canonical bytes of a YAML tree; plain scalars take their type by the YAML 1.2 core schema.</summary>
    /// <param name="node">The tree.</param>
    /// <param name="without">Top-level keys left out, such as <c>signatures</c> for the bytes that a signature covers.</param>
    public static byte[] Of(YamlNode node, params ReadOnlySpan<string> without)
    {
        var output = new ArrayBufferWriter<byte>(1024);
        Write(output, node, without);
        return output.WrittenSpan.ToArray();
    }

    /// <summary>The canonical bytes of a JSON value.</summary>
    /// <param name="value">The value.</param>
    /// <param name="without">Top-level keys left out.</param>
    public static byte[] Of(JsonElement value, params ReadOnlySpan<string> without)
    {
        var output = new ArrayBufferWriter<byte>(1024);
        Write(output, value, without);
        return output.WrittenSpan.ToArray();
    }

    /// <summary>The record digest (scheme <c>v1</c>): SHA-256 over the canonical bytes.</summary>
    public static Digest DigestOf(YamlNode node, params ReadOnlySpan<string> without) => Digest.Of(Of(node, without));

    /// <summary>The record digest (scheme <c>v1</c>): SHA-256 over the canonical bytes.</summary>
    public static Digest DigestOf(JsonElement value, params ReadOnlySpan<string> without) => Digest.Of(Of(value, without));

    private static void Write(ArrayBufferWriter<byte> output, YamlNode node, ReadOnlySpan<string> without = default)
    {
        switch (node)
        {
            case YamlMap map:
                var fields = new List<(string Key, YamlNode Value)>(map.Entries.Count);
                foreach (var (key, value) in map.Entries)
                {
                    if (value is not YamlScalar { Type: YamlType.Null } && !Has(without, key.Value)) fields.Add((key.Value, value));
                }

                fields.Sort(static (x, y) => string.CompareOrdinal(x.Key, y.Key));
                output.Write("{"u8);
                for (var i = 0; i < fields.Count; i++)
                {
                    if (i > 0) output.Write(","u8);
                    Text(output, fields[i].Key);
                    output.Write(":"u8);
                    Write(output, fields[i].Value);
                }

                output.Write("}"u8);
                break;
            case YamlList list:
                output.Write("["u8);
                for (var i = 0; i < list.Items.Count; i++)
                {
                    if (i > 0) output.Write(","u8);
                    Write(output, list.Items[i]);
                }

                output.Write("]"u8);
                break;
            case YamlScalar scalar:
                Scalar(output, scalar);
                break;
        }
    }

    private static void Scalar(ArrayBufferWriter<byte> output, YamlScalar scalar)
    {
        switch (scalar.Type)
        {
            case YamlType.Null: output.Write("null"u8); break;
            case YamlType.Flag: output.Write(scalar.Value[0] is 't' or 'T' ? "true"u8 : "false"u8); break;
            case YamlType.Whole or YamlType.Real when ToDouble(scalar.Value) is { } number && double.IsFinite(number): Ascii(output, Number(number)); break;
            default: Text(output, scalar.Value); break;
        }
    }

    private static double? ToDouble(string value)
    {
        if (value.StartsWith("0x", StringComparison.Ordinal)) return ulong.TryParse(value.AsSpan(2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var hex) ? hex : null;
        if (value.StartsWith("0o", StringComparison.Ordinal)) return value.Length > 22 ? null : value.AsSpan(2).ToString().Aggregate(0.0, static (sum, c) => (sum * 8) + (c - '0'));
        return double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;
    }

    private static void Write(ArrayBufferWriter<byte> output, JsonElement value, ReadOnlySpan<string> without = default)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                // A property makes its name anew each time it is asked.
                var fields = new List<(string Name, JsonElement Value)>();
                foreach (var field in value.EnumerateObject())
                {
                    var name = field.Name;
                    if (field.Value.ValueKind != JsonValueKind.Null && !Has(without, name)) fields.Add((name, field.Value));
                }

                fields.Sort(static (x, y) => string.CompareOrdinal(x.Name, y.Name));
                output.Write("{"u8);
                for (var i = 0; i < fields.Count; i++)
                {
                    if (i > 0) output.Write(","u8);
                    Text(output, fields[i].Name);
                    output.Write(":"u8);
                    Write(output, fields[i].Value);
                }

                output.Write("}"u8);
                break;
            case JsonValueKind.Array:
                output.Write("["u8);
                var first = true;
                foreach (var item in value.EnumerateArray())
                {
                    if (!first) output.Write(","u8);
                    first = false;
                    Write(output, item);
                }

                output.Write("]"u8);
                break;
            // Without a backslash the bytes as written, quotes included, are the canonical form already.
            case JsonValueKind.String when JsonMarshal.GetRawUtf8Value(value) is var raw && !raw.Contains((byte)'\\'): output.Write(raw); break;
            case JsonValueKind.String: Text(output, value.GetString()!); break;
            case JsonValueKind.Number: Ascii(output, Number(value.GetDouble())); break;
            case JsonValueKind.True: output.Write("true"u8); break;
            case JsonValueKind.False: output.Write("false"u8); break;
            default: output.Write("null"u8); break;
        }
    }

    private static bool Has(ReadOnlySpan<string> names, string name)
    {
        foreach (var candidate in names)
        {
            if (candidate == name) return true;
        }

        return false;
    }

    /// <summary>A number as ECMAScript's Number::toString writes it (RFC 8785, section 3.2.2.3).</summary>
    /// <exception cref="ArgumentException">Not finite.</exception>
    public static string Number(double value)
    {
        if (!double.IsFinite(value)) throw new ArgumentException("JSON has no infinite or undefined numbers.", nameof(value));
        if (value == 0) return "0";
        // The shortest digits that read back to the same value, then laid out by ECMAScript's rules.
        var shortest = value.ToString("R", CultureInfo.InvariantCulture);
        var negative = shortest[0] == '-';
        var (digits, exponent) = Digits(negative ? shortest[1..] : shortest);
        var sign = negative ? "-" : "";
        var k = digits.Length;
        if (k <= exponent && exponent <= 21) return sign + digits + new string('0', exponent - k);
        if (exponent is > 0 and <= 21) return $"{sign}{digits[..exponent]}.{digits[exponent..]}";
        if (exponent is > -6 and <= 0) return $"{sign}0.{new string('0', -exponent)}{digits}";
        var e = exponent - 1;
        var mantissa = k == 1 ? digits : $"{digits[..1]}.{digits[1..]}";
        return $"{sign}{mantissa}e{(e < 0 ? '-' : '+')}{Math.Abs(e).ToString(CultureInfo.InvariantCulture)}";
    }

    // Significant digits d1..dk and n with value = 0.d1..dk x 10^n.
    private static (string Digits, int Exponent) Digits(string shortest)
    {
        var e = shortest.IndexOf('E', StringComparison.Ordinal);
        var power = e < 0 ? 0 : int.Parse(shortest.AsSpan(e + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        var mantissa = e < 0 ? shortest : shortest[..e];
        var dot = mantissa.IndexOf('.', StringComparison.Ordinal);
        var whole = dot < 0 ? mantissa : mantissa[..dot];
        var digits = dot < 0 ? mantissa : whole + mantissa[(dot + 1)..];
        var exponent = whole.Length + power;
        var leading = digits.Length - digits.TrimStart('0').Length;
        return (digits[leading..].TrimEnd('0'), exponent - leading);
    }

    private static void Ascii(ArrayBufferWriter<byte> output, string text)
    {
        var span = output.GetSpan(text.Length);
        output.Advance(Encoding.ASCII.GetBytes(text, span));
    }

    private static void Text(ArrayBufferWriter<byte> output, string text)
    {
        output.Write("\""u8);
        var from = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c >= ' ' && c != '"' && c != '\\') continue;
            Utf8(output, text.AsSpan(from, i - from));
            from = i + 1;
            Ascii(output, c switch
            {
                '"' => "\\\"",
                '\\' => "\\\\",
                '\b' => "\\b",
                '\t' => "\\t",
                '\n' => "\\n",
                '\f' => "\\f",
                '\r' => "\\r",
                _ => $"\\u{(int)c:x4}",
            });
        }

        Utf8(output, text.AsSpan(from));
        output.Write("\""u8);
    }

    private static void Utf8(ArrayBufferWriter<byte> output, ReadOnlySpan<char> text)
    {
        if (text.IsEmpty) return;
        var span = output.GetSpan(Encoding.UTF8.GetMaxByteCount(text.Length));
        output.Advance(Encoding.UTF8.GetBytes(text, span));
    }
}
