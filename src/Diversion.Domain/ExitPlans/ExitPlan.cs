using Diversion.Domain.Agreements;

namespace Diversion.Domain.ExitPlans;

/// <summary>
/// What goes on after the last day and with whom, so that support does not stop with the agreement (HM Inspectorate of
/// Probation, effective practice). It asks those who supervise; nothing of it counts for or against the person.
/// </summary>
public sealed record ExitPlan
{
    public static readonly ExitPlan None = new();

    /// <summary>Its obligations are on it.</summary>
    public const string Track = "exit-plan";

    /// <summary>The obligation to begin it.</summary>
    public const string BegunId = Track + "/begun";

    /// <summary>The obligation to agree it with the person.</summary>
    public const string AgreedId = Track + "/agreed";

    /// <summary>A snapshot is one row of a store; nobody needs so many.</summary>
    public const int MostContinuations = 20;

    /// <summary>In the order in which they were planned; those that were taken out are gone.</summary>
    public ImmutableArray<Continuation> Continuations { get; init; } = [];

    /// <summary>How many were planned, those that were taken out among them.</summary>
    public int Planned { get; init; }

    /// <summary>Whoever supervises was asked for it, so it is missed when it is not agreed by the end.</summary>
    public bool Asked { get; init; }

    /// <summary>When the person agreed to it; null until then.</summary>
    public LocalDate? AgreedOn { get; init; }

    /// <summary>Who rings the person after the end; null until it is agreed.</summary>
    public string? Caller { get; init; }

    /// <summary>Set when the agreement is completed, in the order of their weeks.</summary>
    public ImmutableArray<FollowUpCall> Calls { get; init; } = [];

    /// <summary>The obligation to ring the person so many weeks after the last day.</summary>
    public static string CallId(int weeks) => $"{Track}/call/{CommandSubject.Numbered(weeks)}";

    /// <param name="obligation">Its id, or its track.</param>
    public static bool IsOf(string obligation) => obligation == Track || obligation.StartsWith(Track + "/", StringComparison.Ordinal);
}

/// <summary>Something that goes on after the last day.</summary>
/// <param name="Number">In the plan, from 1.</param>
/// <param name="With">A person, a service or both.</param>
/// <param name="FirstOn">The first date after the end; null where none is fixed.</param>
public sealed record Continuation(int Number, string What, string With, LocalDate? FirstOn)
{
    /// <summary>Who goes on with the person met them before the end; null while nobody has.</summary>
    public WarmHandover? Met { get; init; }
}

/// <param name="Who">The name of who met them.</param>
public sealed record WarmHandover(LocalDate On, string Who);

/// <summary>A call after the end.</summary>
/// <param name="Weeks">After the last day.</param>
public sealed record FollowUpCall(int Weeks)
{
    /// <summary>In the order in which they were recorded; the last <see cref="KeptTries"/>.</summary>
    public ImmutableArray<CallTry> Tries { get; init; } = [];

    /// <summary>A snapshot is one row of a store: older ones are in the events.</summary>
    public const int KeptTries = 20;

    /// <summary>Null while it is still to be tried.</summary>
    public CallResult? Result => Tries is [.., { Result: not CallResult.TryAgain } last] ? last.Result : null;
}

public sealed record CallTry(LocalDate On, CallResult Result);

public enum CallResult
{
    Reached,

    /// <summary>Not reached this time; the call stays due.</summary>
    TryAgain,

    /// <summary>Not reached, and nobody tries again. It does not count against the person.</summary>
    NotReached,
}

/// <summary>A call that is owed.</summary>
/// <param name="By">By when the person is rung.</param>
public sealed record OwedCall(int Weeks, Deadline By);
