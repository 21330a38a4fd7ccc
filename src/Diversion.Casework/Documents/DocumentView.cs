using Diversion.Domain.Agreements;
using Diversion.Domain.Documents;
using NodaTime;

namespace Diversion.Casework.Documents;

/// <summary>A paper as somebody sees it in the list.</summary>
/// <param name="Size">In bytes.</param>
/// <param name="From">The name of who added it.</param>
/// <param name="About">The condition and the meeting that it is about, in words; left out when it is about the case as a whole.</param>
public sealed record DocumentView(
    string Id,
    DocumentKind Kind,
    string? Title,
    DocumentFormat Format,
    int Size,
    string Sha256,
    string From,
    Role FromRole,
    Instant KeptAt,
    string? Condition,
    string? Item,
    string? About);

/// <summary>A paper with its bytes, to be sent on and then disposed.</summary>
public sealed record OpenedDocument(DocumentView Document, Stream Content);
