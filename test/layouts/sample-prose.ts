import { type TrustedHtml, trustedHtml } from "../../scripts/text/brands.ts";

/** A body with every construct Markdown can bring, as the Markdown floor sets it. */
export const richProse: TrustedHtml =
  trustedHtml(`<p>城市的河道，常常在地图上只是一条蓝线。可是沿着它走上一个上午，就会发现：桥洞下有人下棋，码头旧址旁有人晾晒渔网，新修的步道上，孩子追着一只风筝跑过三个街区。<em class="dots">河是公共的</em>，这句话说起来容易，做起来却要一寸一寸地量。</p>
<p>去年春天，市政测绘队在青溪两岸设了一百二十七个测点，记录水位、树荫和座椅的间距。队长沈砚清说，他们原本只想回答一个小问题——“老人走多远需要坐一次？”——结果得到的是一份 46 页的报告。<sup class="footnote-ref"><a href="#fn1" id="fnref1">①</a></sup></p>
<h2 id="一段河岸的尺度">一段河岸的尺度</h2>
<p>报告里有一个数字后来被反复引用：<strong>二百一十米</strong>。超过这个距离没有座椅，七十岁以上的散步者就会折返。对照 2019 年的规划图，青溪南岸最长的空档是 640 米，北岸是 380 米。差别不在预算，而在当年两岸由两个部门分管。</p>
<blockquote>
<p>量河的人要先学会慢走。快走的人看见的是工程，慢走的人看见的是邻居。</p>
<p>——沈砚清《青溪测记》</p>
</blockquote>
<p>“慢走”不是修辞。测绘队规定，每个测点停留不少于十五分钟，逢雨加倍。他们用一种叫<ruby>簿子<rt>bùzi</rt></ruby>的硬皮本记录，再由两个人分别录入 <a href="https://example.org/qingxi">Qingxi Survey 数据库</a>，凡有出入，第二天回到原处重看。</p>
<figure><img src="/pictures/river.svg" alt="青溪南岸的石阶与新栽的乌桕" width="1200" height="720" loading="lazy"><figcaption><span class="caption">青溪南岸第九测点，石阶是 1936 年的旧物。</span> <span class="credit">方迟 摄</span></figcaption></figure>
<h3 id="三张表里的一个早晨">三张表里的一个早晨</h3>
<p>下表是四月十二日清晨六点到九点的一份记录。数字不大，却足以说明，所谓“没人用”的步道，只是在办公时间里没人用。</p>
<table>
<thead><tr><th>测点</th><th>地段</th><th class="align-right">步行（人次）</th><th class="align-right">停留（分钟）</th><th class="align-center">座椅</th></tr></thead>
<tbody><tr><td>第三</td><td>旧粮仓码头</td><td class="align-right">214</td><td class="align-right">12.5</td><td class="align-center">有</td></tr>
<tr><td>第九</td><td>南岸石阶</td><td class="align-right">1,038</td><td class="align-right">26.0</td><td class="align-center">有</td></tr>
<tr><td>第四十一</td><td>新桥以东</td><td class="align-right">97</td><td class="align-right">3.2</td><td class="align-center">无</td></tr></tbody>
</table>
<p>街道办据此做了三件小事：</p>
<ul>
<li>把六张长椅从景观平台移到折返点；</li>
<li>在桥洞加两盏常明的灯；</li>
<li>请棋友们自己选定新棋桌的位置。</li>
</ul>
<p>半年以后复测，次序没有变，人数却翻了一番。测绘队把办法写成四步，寄给下游的三个镇：</p>
<ol>
<li>先走，再画；</li>
<li>先问常来的人，再问不来的人；</li>
<li>凡是数字，都写明在哪里、什么天气里得来；</li>
<li>改动之后，回到原处再量一遍。</li>
</ol>
<pre><code>测点, 时刻, 人次
第三, 06:00, 31
第九, 06:00, 148
</code></pre>
<details><summary>测点编号的由来</summary><p>编号自西向东，逢桥跳一号，以便日后补测。</p></details>
<hr>
<p>河岸的故事没有结尾。今年汛期之后，测绘队会重走一遍；而第一百二十八个测点，是一位每天遛狗的居民自己添上去的。</p>
<section class="footnotes"><ol><li id="fn1"><p>《青溪两岸步行环境测记》，青溪市测绘队编，2025 年内部印行，第 12—15 页。<a href="#fnref1" class="footnote-back" aria-label="回到正文注①">↩</a></p></li></ol></section>`);

/** A short running text, for introductions, lives and notes. */
export const shortProse: TrustedHtml = trustedHtml(
  '<p>本栏刊登关于城市与公共空间的文章，来稿请附<a href="/contribute/">署名与单位</a>。</p>',
);
