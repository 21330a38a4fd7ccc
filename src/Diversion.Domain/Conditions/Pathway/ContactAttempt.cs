namespace Diversion.Domain.Conditions.Pathway;

/// <summary>Somebody tried to reach the person for the service.</summary>
/// <param name="At">When it was tried.</param>
/// <param name="By">The name of who recorded it.</param>
public sealed record ContactAttempt(AttemptWay Way, AttemptResult Result, Instant At, string By);

public enum AttemptWay
{
    Call,
    Text,
    Letter,
    Visit,
}

public enum AttemptResult
{
    /// <summary>They answered, or were met.</summary>
    Reached,
    NoAnswer,

    /// <summary>Of a call or text.</summary>
    WrongNumber,

    /// <summary>A text that was sent and a letter that was left or posted, too.</summary>
    MessageLeft,
}

/// <summary>What happens after every attempt of the plan was made and the person was not reached.</summary>
public enum ContactNext
{
    /// <summary>The plan begins again.</summary>
    TryAgain,

    /// <summary>A letter with useful numbers was left or posted; the person may come when they wish.</summary>
    WaitForPerson,

    /// <summary>Another service or another condition suits them better.</summary>
    SomethingElse,
}
