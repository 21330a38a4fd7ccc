using Diversion.Domain.Agreements;

namespace Diversion.Domain.Conditions.Apology;

public abstract record ApologyCommand : ConditionCommand
{
    private ApologyCommand(string conditionId) => ConditionId = conditionId;

    public string ConditionId { get; init; }

    internal override CommandSubject Subject => new(ConditionId);

    public override ConditionKind Kind => ConditionKind.Apology;

    internal override void Inspect(TextInspection texts) => texts.Id("conditionId", ConditionId);

    /// <summary>The person has written the letter, or written it anew.</summary>
    public sealed record RecordLetterWritten(string ConditionId, LocalDate On) : ApologyCommand(ConditionId);

    /// <summary>Whoever checks it has read it: nothing in it blames the victim or tells them what they do not want to know.</summary>
    /// <param name="Fit">It can be given to the victim; otherwise the person writes it anew.</param>
    public sealed record CheckLetter(string ConditionId, LocalDate On, bool Fit) : ApologyCommand(ConditionId);

    /// <summary>The victim has the letter, or it is kept with the case because they do not want it.</summary>
    public sealed record RecordLetterEnd(string ConditionId, LocalDate On, LetterEnd End) : ApologyCommand(ConditionId);
}

public enum LetterEnd
{
    HandedOver,

    /// <summary>The victim does not want it, or cannot be asked: the person has done their part.</summary>
    Kept,
}
