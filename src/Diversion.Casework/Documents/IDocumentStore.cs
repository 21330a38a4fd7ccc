using NodaTime;

namespace Diversion.Casework.Documents;

/// <summary>Where the sealed bytes of a paper are. Both parts are safe in a file's name: they hold letters, digits and hyphens.</summary>
/// <exception cref="ArgumentException">A part holds anything else.</exception>
public sealed record DocumentKey
{
    private const int Longest = 64;

    public DocumentKey(string agreement, string document)
    {
        Agreement = Checked(agreement);
        Document = Checked(document);
    }

    public string Agreement { get; }

    public string Document { get; }

    public override string ToString() => $"{Agreement}/{Document}";

    /// <summary>The key that <see cref="ToString"/> wrote; null for anything else, such as a stranger's file.</summary>
    public static DocumentKey? Read(string text) =>
        text.Split('/') is [var agreement, var document] && IsPlain(agreement) && IsPlain(document) ? new DocumentKey(agreement, document) : null;

    private static string Checked(string part) => IsPlain(part) ? part : throw new ArgumentException("The key of a paper holds letters, digits and hyphens only.", nameof(part));

    private static bool IsPlain(string? part) => part is { Length: > 0 and <= Longest } && part.All(c => char.IsAsciiLetterOrDigit(c) || c == '-');
}

/// <param name="WrittenAt">By the clock of the store, which no demo moves.</param>
public sealed record StoredDocument(DocumentKey Key, Instant WrittenAt);

/// <summary>
/// Keeps bytes that are sealed already (<see cref="DocumentVault"/>). One compliance suite runs against each adapter.
/// </summary>
/// <exception cref="Storage.StorageUnavailableException">From each method: the store does not answer.</exception>
public interface IDocumentStore
{
    /// <summary>Whole and durable, or not at all. What was there under the key is replaced.</summary>
    ValueTask Write(DocumentKey key, Stream content, CancellationToken cancellation = default);

    /// <returns>Null when there is none.</returns>
    ValueTask<Stream?> Read(DocumentKey key, CancellationToken cancellation = default);

    /// <summary>One that does not exist is not an error.</summary>
    ValueTask Delete(DocumentKey key, CancellationToken cancellation = default);

    /// <summary>Everything that is there, in any order.</summary>
    IAsyncEnumerable<StoredDocument> All(CancellationToken cancellation = default);
}
