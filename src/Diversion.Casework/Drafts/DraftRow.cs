using NodaTime;

namespace Diversion.Casework.Drafts;

/// <summary>A draft as it is stored.</summary>
internal sealed record DraftRow(string Title, string Json, Instant ChangedAt);

/// <summary>A kept form or page as it is stored.</summary>
/// <param name="Kind"><see cref="Form"/> or <see cref="Page"/>.</param>
internal sealed record KeptRow(string Address, int Status, string Kind, string Text, Instant ChangedAt)
{
    public const string Form = "form";
    public const string Page = "page";
}

/// <summary>What both have: how old they are.</summary>
internal sealed record ChangedRow(Instant ChangedAt);
