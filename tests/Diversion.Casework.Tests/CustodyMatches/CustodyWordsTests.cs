using Diversion.Casework.Conditions;
using Diversion.Domain.Conditions.NoReoffending;

namespace Diversion.Casework.Tests.CustodyMatches;

public sealed class CustodyWordsTests
{
    [Fact]
    public void Conditions_that_custody_ended_with_full_stops_are_one_sentence() => Assert.Equal(
        "bail without a date; Not to enter the Market Place; Not to contact the shop",
        CustodyWords.Of(new Bail(Conditions: "Not to enter the Market Place.\nNot to contact the shop.\n")));
}
