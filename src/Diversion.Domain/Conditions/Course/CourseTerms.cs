namespace Diversion.Domain.Conditions;

public readonly partial record struct ConditionKind
{
    public static ConditionKind Course { get; } = new("course");
}

public abstract partial record ConditionTerms
{
    /// <summary>One of the scheme's courses, such as on what a crime does to its victim.</summary>
    /// <param name="Id">Of the course in the scheme; its first when left out.</param>
    /// <param name="Provider">Who holds it; null where the key worker does.</param>
    public sealed record Course(string? Id = null, string? Provider = null) : ConditionTerms
    {
        public override ConditionKind Kind => ConditionKind.Course;
    }
}
