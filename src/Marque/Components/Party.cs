namespace Marque.Components;

/// <summary>A person or an organisation.</summary>
/// <param name="Name">Its name; empty when none is given.</param>
/// <param name="IsPerson">Whether the file says that it is a person.</param>
/// <param name="Urls">Its addresses on the web.</param>
/// <param name="Contacts">How to reach it.</param>
public sealed record Party(string Name, bool IsPerson, IReadOnlyList<string> Urls, IReadOnlyList<Contact> Contacts)
{
    /// <summary>A party of which only the name is known.</summary>
    public static Party Named(string name, bool isPerson = false) => new(name, isPerson, [], []);

    /// <summary>Whether the party can be reached by what the file says: an address on the web or of e-mail.</summary>
    public bool CanBeReached => Urls.Count > 0 || Contacts.Any(c => c.Email.Length > 0 || c.Phone.Length > 0);
}

/// <summary>How to reach somebody; what is not given is empty.</summary>
/// <param name="Name">The name of the contact.</param>
/// <param name="Email">The e-mail address.</param>
/// <param name="Phone">The telephone number.</param>
public sealed record Contact(string Name, string Email, string Phone);

/// <summary>A tool that took part in making the file; what is not given is empty.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Version">Its version.</param>
/// <param name="Vendor">Who makes it.</param>
public sealed record Tool(string Name, string Version, string Vendor);
