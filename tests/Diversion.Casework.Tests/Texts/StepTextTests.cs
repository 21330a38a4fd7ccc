using Diversion.Casework.Actions;
using Diversion.Casework.Steps;
using Diversion.Domain.Agreements;

namespace Diversion.Casework.Tests.Texts;

public sealed class StepTextTests
{
    /// <summary>The page adds "(optional)" to what need not be answered.</summary>
    [Fact]
    public void No_question_says_itself_that_it_is_optional()
    {
        var labels = CommandCatalogue.All.Select(entry => StepList.Of(entry.Name)).OfType<Step>().SelectMany(step => (Question?[])[step.Worker, step.Day, step.Time, step.Appointment, step.OtherDay, step.Line, step.Note, step.Reason])
            .OfType<Question>().Select(question => question.Label).ToArray();
        Assert.NotEmpty(labels);
        Assert.DoesNotContain(labels, label => label.Contains("(optional)", StringComparison.Ordinal));
    }

    [Fact]
    public void How_somebody_was_told_or_said_it_is_one_list_each()
    {
        Assert.Equal(["In person", "By telephone", "By letter", "By email", "By text message"], Ways.Told.Select(way => way.Text));
        Assert.Equal([.. Ways.Told.Select(way => way.Text), "With a form on a web page"], Ways.Said.Select(way => way.Text));
    }
}
