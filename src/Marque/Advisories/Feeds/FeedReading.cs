using NodaTime;

namespace Marque.Advisories.Feeds;

/// <summary>A record of a feed that was not taken.</summary>
/// <param name="Id">Its id as far as it could be read, or where it stands (<c>line 12</c>).</param>
/// <param name="Reason">Why, in words.</param>
public sealed record RefusedRecord(string Id, string Reason);

/// <summary>What reading a feed came to; the records themselves were told one by one.</summary>
/// <param name="Version">The feed's own version: of the catalogue (KEV), of the model (EPSS); empty when it states none.</param>
/// <param name="AsOf">The state it shows, as it says; null when it does not.</param>
/// <param name="Records">How many records were taken.</param>
/// <param name="Refused">How many were refused.</param>
/// <param name="Problem">Why the feed could not be read to its end, in words; empty when it was. The records told before stand on their own.</param>
public sealed record FeedReading(string Version, Instant? AsOf, long Records, long Refused, string Problem)
{
    /// <summary>Whether it was read to its end.</summary>
    public bool Complete => Problem.Length == 0;
}
