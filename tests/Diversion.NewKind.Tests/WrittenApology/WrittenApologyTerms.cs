using Diversion.Domain.Conditions;

namespace Diversion.NewKind.Tests.WrittenApology;

/// <summary>A kind that the product does not have: the person writes to whom they harmed, and the key worker sends it.</summary>
internal sealed record WrittenApologyTerms : ConditionTerms
{
    public static ConditionKind Apology { get; } = new("written-apology");

    public override ConditionKind Kind => Apology;
}

internal sealed record WrittenApologyCondition(string Id, LocalDate? SentOn = null) : Condition(Id)
{
    public override ConditionKind Kind => WrittenApologyTerms.Apology;
}
