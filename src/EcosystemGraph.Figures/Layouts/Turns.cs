namespace EcosystemGraph.Figures.Layouts;

/// <summary>Sine and cosine with the same last bit on every machine, which <see cref="Math.Sin"/> does not promise.</summary>
internal static class Turns
{
    private const double HalfPi = 1.5707963267948966;

    /// <summary>Where a turn ends up on the circle of radius 1: from the top, clockwise, y downwards.</summary>
    /// <param name="turn">0 to below 1.</param>
    public static (double X, double Y) At(double turn)
    {
        var quarters = (int)(turn * 4);
        var angle = (turn * 4 - quarters) * HalfPi;
        var (sine, cosine) = (Sine(angle), Sine(HalfPi - angle));
        return (quarters % 4) switch
        {
            0 => (sine, -cosine),
            1 => (cosine, sine),
            2 => (-sine, cosine),
            _ => (-cosine, -sine),
        };
    }

    // Taylor's series, which over a quarter turn is exact to 1e-14 with these terms.
    private static double Sine(double angle)
    {
        var square = angle * angle;
        double term = angle,
            sum = angle;
        for (var k = 1; k <= 10; k++)
        {
            term = -term * square / ((2 * k) * (2 * k + 1));
            sum += term;
        }
        return sum;
    }
}
