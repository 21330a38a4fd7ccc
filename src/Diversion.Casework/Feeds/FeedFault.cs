using NodaTime;

namespace Diversion.Casework.Feeds;

/// <summary>An item or a whole file of a feed that could not be accepted and has to be put right.</summary>
/// <param name="Key">For marking it as dealt with.</param>
/// <param name="Feed"><c>tag-events</c> or <c>custody-notices</c>.</param>
/// <param name="File">Name of the file; null if it came by the API or a queue.</param>
/// <param name="Item">The sender's id of the item; null for a whole file, or if it could not be read.</param>
/// <param name="Agreement">The reference that the item gives, if it has the form of one of ours.</param>
/// <param name="Times">How often it arrived.</param>
/// <param name="Last">When it last arrived.</param>
public sealed record FeedFault(
    string Key, string Feed, string? File, string? Item, string? Agreement, string Code, string Message, int Times, Instant Last);

/// <summary>The status of a feed.</summary>
/// <param name="LastAt">When something last arrived; null if nothing ever did.</param>
/// <param name="Accepted">Items of that last batch or file; likewise the others.</param>
public sealed record FeedState(string Feed, Instant? LastAt, int Accepted, int Repeated, int Refused, int Possible = 0, int NotOurs = 0);
