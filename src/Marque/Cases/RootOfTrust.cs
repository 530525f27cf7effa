namespace Marque.Cases;

/// <summary>How the root key that vouches for <c>people.yaml</c> was found.</summary>
public enum RootOfTrust
{
    /// <summary>There is no <c>people.yaml</c>, or it is not signed: no decision is attested.</summary>
    None,

    /// <summary>Signed, but not by the trusted key, or the signature is wrong: no decision is attested.</summary>
    Refused,

    /// <summary>Signed by the root key that the case itself names; every output says so.</summary>
    TakenFromCase,

    /// <summary>Signed by a key given with <c>--trust</c>.</summary>
    Given,
}
