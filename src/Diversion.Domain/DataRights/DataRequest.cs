using Diversion.Domain.Agreements;

namespace Diversion.Domain.DataRights;

/// <summary>The person asks for their own record, or says that something in it is wrong. It has a limit set by law.</summary>
/// <param name="Number">In the case, from 1.</param>
/// <param name="ReceivedOn">The day on which it came, however it came.</param>
/// <param name="What">Of a correction, what is disputed: it stays on the record whatever is decided. Of access, what was asked for.</param>
/// <param name="Answer">When it is answered at the latest.</param>
/// <param name="By">The name of who recorded it.</param>
public sealed record DataRequest(int Number, DataRequestKind Kind, LocalDate ReceivedOn, string? What, Deadline Answer, string By)
{
    private const string Obligation = "data-request/";

    public bool Extended { get; init; }

    /// <summary>What is left out of the document that the person is given, in the order in which it was marked.</summary>
    public ImmutableArray<PassageMark> Marks { get; init; } = [];

    /// <summary>Null until it was answered.</summary>
    public DataRequestAnswer? Answered { get; init; }

    public bool IsOpen => Answered is null;

    /// <summary>The obligation to answer it.</summary>
    public string ObligationId => ObligationOf(Number);

    public static string ObligationOf(int number) => Obligation + CommandSubject.Numbered(number);
}

/// <summary>Words that a reader leaves out wherever they stand in the record.</summary>
/// <param name="By">The name of who marked them.</param>
public sealed record PassageMark(string Words, MarkGround Ground, string By);

/// <summary>Why something is not given to the person (Data Protection Act 2018 s.45(4), and the exemptions of Schedules 2 and 3).</summary>
public enum MarkGround
{
    AnotherPerson,

    /// <summary>It would hinder an inquiry, the prevention of crime or a prosecution.</summary>
    Investigation,
    LegalAdvice,

    /// <summary>To the health of the person or somebody else.</summary>
    SeriousHarm,
}

public enum DataRequestKind
{
    /// <summary>Data Protection Act 2018 s.45 (what is held for law enforcement), UK GDPR art. 15 (everything else).</summary>
    Access,

    /// <summary>Data Protection Act 2018 s.46, UK GDPR art. 16.</summary>
    Correction,
}

/// <param name="On">The day on which the person was answered.</param>
/// <param name="Said">What was given or changed, or why not.</param>
/// <param name="By">The name of who decided.</param>
public sealed record DataRequestAnswer(DataRequestResult Result, LocalDate On, string Said, string By);

public enum DataRequestResult
{
    /// <summary>The record was given, with what concerns others left out.</summary>
    Given,

    /// <summary>Nothing was given: the request is manifestly unfounded or excessive, or an exemption covers everything.</summary>
    Refused,

    Corrected,
    CorrectedInPart,

    /// <summary>The record stays as it is; what the person says stays beside it.</summary>
    NotCorrected,

    /// <summary>Whoever asked does not want it any more.</summary>
    NotPursued,
}
