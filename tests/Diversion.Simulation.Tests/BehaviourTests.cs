using Diversion.Simulation.Behaviours;

namespace Diversion.Simulation.Tests;

public sealed class BehaviourTests
{
    [Fact]
    public void Each_figure_of_behaviour_says_where_it_comes_from()
    {
        var figures = Behaviour.Read(Behaviour.ShippedFile).Figures;

        Assert.Contains(figures.Values, figure => !figure.Assumed);
        Assert.All(figures.Values, figure => Assert.NotEmpty(figure.Source));
        Assert.Equal(0.056, figures["reoffending.provedOnContract"].Value);
        Assert.False(figures["reoffending.provedOnContract"].Assumed);
    }
}
