namespace Diversion.Simulation.Behaviours;

/// <summary>
/// A stream of random numbers that is the same on every machine and in every version of .NET: SplitMix64 (Steele, Lea and
/// Flood, "Fast splittable pseudorandom number generators", OOPSLA 2014). Each agreement has its own stream, so that what
/// happens in it depends neither on threads nor on other agreements.
/// </summary>
internal sealed class Chance
{
    private ulong state;

    public Chance(ulong seed, int stream)
    {
        // Mixed twice: neighbouring streams must not be shifted copies of each other.
        state = Mix(seed + 0x9E3779B97F4A7C15UL);
        state = Mix(state ^ ((ulong)stream * 0xD1342543DE82EF95UL));
    }

    private Chance(ulong state) => this.state = state;

    /// <summary>A stream of its own, for what must not shift the numbers of everything else; this one does not move on.</summary>
    public Chance Apart() => new(Mix(state ^ 0xA0761D6478BD642FUL));

    public ulong Next() => Mix(state += 0x9E3779B97F4A7C15UL);

    /// <summary>From 0, inclusive, to 1, exclusive.</summary>
    public double Unit() => (Next() >> 11) * (1.0 / (1UL << 53));

    public bool Happens(double probability) => Unit() < probability;

    /// <summary>From 0 to <paramref name="count"/> minus one.</summary>
    public int Below(int count) => (int)(Unit() * count);

    /// <summary>From one to the other, both inclusive.</summary>
    public int Between(int least, int most) => least + Below(most - least + 1);

    public T Pick<T>(IReadOnlyList<T> choices) => choices[Below(choices.Count)];

    /// <summary>The index of one of the weights, with a probability proportional to the weight.</summary>
    public int Weighted(params ReadOnlySpan<double> weights)
    {
        var total = 0.0;
        foreach (var weight in weights)
        {
            total += weight;
        }

        var left = Unit() * total;
        for (var i = 0; i < weights.Length - 1; i++)
        {
            left -= weights[i];
            if (left < 0)
            {
                return i;
            }
        }

        return weights.Length - 1;
    }

    private static ulong Mix(ulong z)
    {
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9UL;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBUL;
        return z ^ (z >> 31);
    }
}
