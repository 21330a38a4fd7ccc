using Diversion.Evaluation.Fairness;
using Diversion.Evaluation.Rows;

namespace Diversion.Evaluation.Reports;

/// <summary>A group that is treated otherwise than the largest at a step of the programme, beyond what chance would do: to be explained or reformed.</summary>
/// <param name="Step">Id of the <see cref="FairnessQuestion"/>.</param>
/// <param name="Group">Null: those of whom it is not known.</param>
/// <param name="Words">"Signed, by sex: female, more often than the largest group", without a number.</param>
public sealed record Disparity(string Step, GroupKind Kind, string? Group, string Words)
{
    /// <summary>Of fewer people a difference would point at some of them.</summary>
    private const int FewestPeople = 20;

    private static readonly GroupKind[] Compared = [GroupKind.Sex, GroupKind.AgeBand, GroupKind.Ethnicity, GroupKind.OffenceGroup, GroupKind.District, GroupKind.Ward];

    /// <summary>As a value of a form.</summary>
    public string Key => $"{Step}/{Kind}/{Group}";

    /// <returns>Those whose 95% interval leaves out 1, in groups of at least twenty people at the step.</returns>
    public static ImmutableArray<Disparity> Of(IReadOnlyList<PersonRow> people, AnalysisSettings settings) =>
    [
        .. from table in FairnessTable.All(people, Compared)
           let kind = table.Kind
           let question = table.Question
           from row in table.Rows
           where row.Finding.Length > 0 && row.People.Of >= FewestPeople
           let name = row.Group is null ? "not known" : settings.GroupName(kind, row.Group)
           select new Disparity(question.Id, kind, row.Group, $"{question.Name}, by {Domain.Words.Lower(AnalysisFacts.Name(kind))}: {name}, {(row.Relative!.Value.Value > 1 ? "more" : "less")} often than the largest group"),
    ];
}
