using Diversion.Casework.Schemes;
using Diversion.Domain.Schemes;

namespace Diversion.Casework.Tests.Schemes;

public sealed class TurningPointTests
{
    private static readonly SchemeRules Scheme = ShippedSchemes.TurningPoint;

    [Fact]
    public void The_term_is_sixteen_weeks() => Assert.Equal(new TermRules(0, 16), Scheme.Term);

    [Fact]
    public void The_first_meeting_is_the_next_working_day() => Assert.Equal(1, Scheme.Supervision.FirstMeetingWorkingDays);

    [Fact]
    public void At_most_one_earlier_conviction() =>
        Assert.Equal(1, Scheme.Eligibility.Single(rule => rule.Test is EligibilityTest.PreviousConvictionsAtMost).Number);

    [Fact]
    public void No_admission_is_needed()
    {
        Assert.Contains(Scheme.Eligibility, rule => rule.Test is EligibilityTest.AdmissionOrEvidence);
        Assert.DoesNotContain(Scheme.Eligibility, rule => rule.Test is EligibilityTest.Admission);
    }

    [Theory]
    [InlineData(EligibilityTest.HomeDistrictIn)]
    [InlineData(EligibilityTest.OffenceDistrictIn)]
    public void The_districts_are_those_of_the_west_midlands(EligibilityTest test) =>
        Assert.Equal<string>(
            ["Birmingham", "Coventry", "Dudley", "Sandwell", "Solihull", "Walsall", "Wolverhampton"],
            Scheme.Eligibility.Single(rule => rule.Test == test).Values);

    [Fact]
    public void The_other_figures_are_those_of_checkpoint()
    {
        var checkpoint = ShippedSchemes.Checkpoint;

        var rest = Scheme with
        {
            Name = checkpoint.Name,
            Title = checkpoint.Title,
            Term = checkpoint.Term,
            Eligibility = checkpoint.Eligibility,
            Donation = checkpoint.Donation,
            Courses = checkpoint.Courses,
        };

        Assert.Equal(SchemeJson.Write(checkpoint), SchemeJson.Write(rest));
    }
}
