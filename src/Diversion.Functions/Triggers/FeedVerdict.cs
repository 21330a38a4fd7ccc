namespace Diversion.Functions.Triggers;

/// <summary>What to do with a feed message.</summary>
public abstract record FeedVerdict
{
    private FeedVerdict()
    {
    }

    /// <summary>Every item is recorded, now or before.</summary>
    public sealed record Taken : FeedVerdict;

    /// <summary>It can never be accepted as a whole: it goes to the dead letters for a person to check.</summary>
    /// <param name="Code">Code of the first refusal.</param>
    /// <param name="Description">Positions and codes; nothing that was sent.</param>
    public sealed record Buried(string Code, string Description) : FeedVerdict;
}
