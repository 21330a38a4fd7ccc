using Diversion.Domain.Conditions.Pathway;

namespace Diversion.Domain.Referral;

/// <summary>The person needs something that no service gives them: what the next commissioning has to know.</summary>
/// <param name="Number">In the case, from 1.</param>
/// <param name="What">What would have helped; null when the need says it all.</param>
/// <param name="By">The name of who recorded it.</param>
public sealed record UnmetNeed(int Number, PathwayKind Need, UnmetBecause Because, string? What, LocalDate On, string By)
{
    /// <summary>The day on which something was found after all; null while nothing was.</summary>
    public LocalDate? MetOn { get; init; }
}

/// <summary>Why no service meets a need.</summary>
public enum UnmetBecause
{
    /// <summary>Nobody offers it.</summary>
    NoService,
    TooFar,
    Full,

    /// <summary>Those who offer it do not take this person: age, sex, offence, home.</summary>
    DoesNotTakeThem,

    /// <summary>Language, access, hours or a creche: they could not use it.</summary>
    CannotUseIt,
}
