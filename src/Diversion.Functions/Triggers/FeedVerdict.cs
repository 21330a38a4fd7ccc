namespace Diversion.Functions.Triggers;

/// <summary>What becomes of a feed message.</summary>
public abstract record FeedVerdict
{
    private FeedVerdict()
    {
    }

    /// <summary>Every item is recorded, now or before.</summary>
    public sealed record Taken : FeedVerdict;

    /// <summary>It can never be taken whole: for a person to look at, among the dead letters.</summary>
    /// <param name="Code">Of the first refusal.</param>
    /// <param name="Description">Places and codes; nothing that was sent.</param>
    public sealed record Buried(string Code, string Description) : FeedVerdict;
}
