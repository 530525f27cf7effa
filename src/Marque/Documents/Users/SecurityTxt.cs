using System.Text;
using Marque.Cases;
using Marque.Text;
using NodaTime;
using NodaTime.Text;

namespace Marque.Documents.Users;

/// <summary>The file <c>/.well-known/security.txt</c> (RFC 9116).</summary>
public static class SecurityTxt
{
    /// <summary>The file, in UTF-8, lines ended by CR LF as section 2.2 has them first.</summary>
    /// <param name="case">The case.</param>
    /// <param name="at">The instant it is made for.</param>
    /// <returns>The file; or the problems that keep it from being one: no contact, no expiry, an expiry that has passed.</returns>
    public static Read<byte[]> Of(Case @case, Instant at)
    {
        if (@case.Vulnerabilities?.Policy is not { } policy) return new(null, []);
        List<Problem> problems = [];
        var contact = @case.Product?.Contact;
        List<string> contacts = policy.Contacts.Count > 0 ? [.. policy.Contacts.Select(c => c.StartsWith("https://", StringComparison.Ordinal) ? c : $"mailto:{c}")] : [.. contact?.Email is { } email ? [$"mailto:{email}"] : Array.Empty<string>(), .. contact?.Address is { } address && address.StartsWith("https://", StringComparison.Ordinal) ? [address] : Array.Empty<string>(), .. contact?.Phone is { } phone ? [$"tel:{string.Concat(phone.Replace("(0)", "", StringComparison.Ordinal).Where(c => c == '+' || char.IsAsciiDigit(c)))}"] : Array.Empty<string>()];
        if (contacts.Find(c => c.Any(x => char.IsWhiteSpace(x) || char.IsControl(x))) is { } broken) problems.Add(new Problem(@case.Place, "security-txt.contact", $"'{Visible.Text(broken)}' cannot be a contact (RFC 9116, section 2.5.3)", "write it like psirt@example.com or https://example.com/report"));
        if (contacts.Count == 0) problems.Add(new Problem(@case.Place, "security-txt.contact", "security.txt needs a contact (RFC 9116, section 2.5.3)", "name one in 'contact' of marque.yaml"));
        if (policy.Expires is not { } expires) problems.Add(new Problem(policy.Place, "security-txt.expires", "security.txt needs its expiry (RFC 9116, section 2.5.5)", "write 'expires' as 2027-06-30T00:00:00Z, less than a year ahead"));
        else if (expires <= at) problems.Add(new Problem(policy.Place, "security-txt.expired", $"security.txt expired at {InstantPattern.ExtendedIso.Format(expires)}", "set 'expires' to an instant less than a year ahead"));
        if (problems.Count > 0) return new(null, problems);
        var text = new StringBuilder();
        foreach (var c in contacts) Line("Contact", c);
        Line("Expires", InstantPattern.General.Format(policy.Expires!.Value));
        if (policy.Encryption is { } key) Line("Encryption", key);
        if (policy.Acknowledgments is { } thanks) Line("Acknowledgments", thanks);
        if (policy.Languages.Count > 0) Line("Preferred-Languages", string.Join(", ", policy.Languages));
        if (policy.Canonical is { } canonical) Line("Canonical", canonical);
        if (policy.Address is { } page) Line("Policy", page);
        return new(Encoding.UTF8.GetBytes(text.ToString()), []);

        // A value of whoever cannot begin a line of its own.
        void Line(string name, string value) => text.Append(name).Append(": ").Append(Visible.Text(value)).Append("\r\n");
    }
}
