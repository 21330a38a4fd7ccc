using System.Globalization;
using Diversion.Domain;
using Diversion.Domain.Conditions;
using Diversion.Domain.Conditions.Pathway;
using Diversion.Evaluation.Rows;

namespace Diversion.Casework.Analysis;

/// <summary>A condition as it is stored: <c>pathway|Kept|Accommodation|3|7</c>.</summary>
internal static class ConditionText
{
    public static string Write(Condition condition)
    {
        var end = EndOf(condition);
        var pathway = condition as PathwayCondition;
        return string.Create(CultureInfo.InvariantCulture, $"{condition.Kind.Slug}|{end}|{pathway?.Need}|{pathway?.StartScore}|{pathway?.EndScore}");
    }

    public static ConditionFacts Read(string stored)
    {
        var fields = stored.Split(WordText.Between);
        return new(
            Words.Of(new ConditionKind(fields[0])),
            fields[1].Length == 0 ? null : Enum.Parse<ConditionEnd>(fields[1]),
            fields[2].Length == 0 ? null : Words.Of(Enum.Parse<PathwayKind>(fields[2])),
            Score(fields[3]),
            Score(fields[4]));
    }

    /// <returns>Null while it is open.</returns>
    internal static ConditionEnd? EndOf(Condition condition) => condition.Status switch
    {
        ConditionStatus.Kept => ConditionEnd.Kept,

        // A replaced one was given up without anybody's failure, as a waived one was.
        ConditionStatus.Waived or ConditionStatus.Substituted => ConditionEnd.Waived,
        ConditionStatus.Failed => ConditionEnd.Failed,
        _ => null,
    };

    private static decimal? Score(string text) => text.Length == 0 ? null : int.Parse(text, CultureInfo.InvariantCulture);
}
