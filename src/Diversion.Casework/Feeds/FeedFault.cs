using NodaTime;

namespace Diversion.Casework.Feeds;

/// <summary>An item or a whole file of a feed that could not be taken and waits for somebody to put it right.</summary>
/// <param name="Key">To mark it as dealt with.</param>
/// <param name="Feed"><c>tag-events</c> or <c>custody-notices</c>.</param>
/// <param name="File">Name of the file; null for what came over the API or a queue.</param>
/// <param name="Item">The sender's id of the item; null for a whole file, or when it could not be read.</param>
/// <param name="Agreement">Reference that the item names, where it is one of ours by its form.</param>
/// <param name="Times">How often it came.</param>
/// <param name="Last">When it came last.</param>
public sealed record FeedFault(
    string Key, string Feed, string? File, string? Item, string? Agreement, string Code, string Message, int Times, Instant Last);

/// <summary>How a feed stands.</summary>
/// <param name="LastAt">When something came last; null when nothing ever did.</param>
/// <param name="Accepted">Items of that last batch or file; so the others.</param>
public sealed record FeedState(string Feed, Instant? LastAt, int Accepted, int Repeated, int Refused);
