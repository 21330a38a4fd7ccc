using NodaTime;

namespace Diversion.Casework.Queries;

/// <summary>One condition as the paper says it, in words for whoever signs.</summary>
/// <param name="Details">Hours, places, who helps: a line each.</param>
public sealed record PaperCondition(string Title, string Text, IReadOnlyList<string> Details);

/// <summary>The agreement to be read, signed and taken home.</summary>
/// <param name="Term">"4 months".</param>
/// <param name="SignedOn">Left out while it is only offered.</param>
/// <param name="LastDay">Of the term; if signed today, while it is only offered.</param>
/// <param name="SignBy">While it is only offered: until when it can be signed.</param>
/// <param name="Changed">The conditions were varied since: these are those that were signed.</param>
/// <param name="IfBroken">What happens at each failure, in order.</param>
/// <param name="AtOnce">What it takes for a decision without any warning before.</param>
public sealed record AgreementPaper(
    string Programme,
    string Agreement,
    string Name,
    LocalDate BornOn,
    string Offence,
    LocalDate OffenceOn,
    string Officer,
    string? KeyWorker,
    string Term,
    LocalDate? SignedOn,
    LocalDate LastDay,
    Instant? SignBy,
    bool Changed,
    IReadOnlyList<PaperCondition> Conditions,
    IReadOnlyList<string> Goals,
    IReadOnlyList<string> IfBroken,
    string AtOnce);
